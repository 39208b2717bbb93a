package dev.switchback.core.entities;

import dev.switchback.api.error.ConfigurationException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Jakarta Persistence in the application's loader: what is asked of it is the standard's, so any version answers. */
final class Persistence {

    private static final String PROVIDER = "org.hibernate.jpa.HibernatePersistenceProvider";
    private static final String UNIT_INFO = "jakarta.persistence.spi.PersistenceUnitInfo";

    private final ClassLoader loader;

    Persistence(ClassLoader loader) {
        this.loader = loader;
    }

    /** The DDL of a unit that {@code META-INF/persistence.xml} describes. */
    void generate(String unit, Map<String, Object> properties) {
        Object provider = provider();
        Object done = call(
                provider, method(provider.getClass(), "generateSchema", String.class, Map.class), unit, properties);
        if (!Boolean.TRUE.equals(done)) {
            throw new ConfigurationException(
                    "entities.unit",
                    "there is no persistence unit '" + unit + "'",
                    "name one of META-INF/persistence.xml on entities.classpath");
        }
    }

    /** The DDL of classes without a unit. */
    void generate(List<String> classes, Map<String, Object> properties) {
        Class<?> info = load(UNIT_INFO);
        Object unit = Proxy.newProxyInstance(loader, new Class<?>[] {info}, unit(classes));
        Object provider = provider();
        call(provider, method(provider.getClass(), "generateSchema", info, Map.class), unit, properties);
    }

    private InvocationHandler unit(List<String> classes) {
        return (proxy, method, arguments) -> switch (method.getName()) {
            case "getPersistenceUnitName" -> "switchback";
            case "getPersistenceProviderClassName" -> PROVIDER;
            case "getManagedClassNames" -> classes;
            case "excludeUnlistedClasses" -> true;
            case "getProperties" -> new Properties();
            case "getClassLoader", "getNewTempClassLoader" -> loader;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            case "toString" -> "switchback";
            default -> nothing(method);
        };
    }

    /** Lists are empty, and the constants of the two enums are their first ones: whatever else has no meaning here. */
    private static @Nullable Object nothing(Method method) {
        if (List.class.isAssignableFrom(method.getReturnType())) {
            return List.of();
        }
        Object[] constants = method.getReturnType().getEnumConstants();
        if (constants == null) {
            return null;
        }
        boolean transaction = method.getName().equals("getTransactionType");
        return constants[transaction ? constants.length - 1 : 0];
    }

    private Object provider() {
        try {
            return load(PROVIDER).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw absent(e);
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw absent(e);
        }
    }

    private static ConfigurationException absent(Throwable cause) {
        ConfigurationException error = new ConfigurationException(
                "entities.classpath",
                "Hibernate, or something it needs, is not on it: " + cause.getMessage(),
                "add org.hibernate.orm:hibernate-core 6.6 or 7 with what it depends on; the class path of the application"
                        + " has it: mvn dependency:build-classpath");
        error.addSuppressed(cause);
        return error;
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw absent(e);
        }
    }

    private static @Nullable Object call(Object target, Method method, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException e) {
            throw absent(e);
        } catch (InvocationTargetException e) {
            throw refused(e.getCause() == null ? e : e.getCause());
        }
    }

    private static ConfigurationException refused(Throwable cause) {
        StringBuilder reason = new StringBuilder("Hibernate refused the entities: ").append(cause.getMessage());
        for (Throwable deeper = cause.getCause(); deeper != null; deeper = deeper.getCause()) {
            reason.append("; ").append(deeper.getMessage());
        }
        ConfigurationException error = new ConfigurationException(
                "entities",
                reason.toString(),
                "mend the entities; SQLite needs org.hibernate.orm:hibernate-community-dialects too");
        error.addSuppressed(cause);
        return error;
    }
}
