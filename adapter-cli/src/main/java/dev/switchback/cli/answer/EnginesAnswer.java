package dev.switchback.cli.answer;

import dev.switchback.api.model.DriverInfo;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Span;
import dev.switchback.cli.terminal.Table;
import java.util.List;
import java.util.Locale;

/**
 * The engines and the drivers on the class path.
 *
 * @param engines the engines, by id
 * @param drivers the drivers, by name
 */
public record EnginesAnswer(List<EngineInfo> engines, List<DriverInfo> drivers) implements Answer {

    /** Copies the lists. */
    public EnginesAnswer {
        engines = List.copyOf(engines);
        drivers = List.copyOf(drivers);
    }

    @Override
    public void describe(Page page) {
        describeEngines(page);
        if (drivers.isEmpty()) {
            page.line("No JDBC driver is installed.");
            return;
        }
        page.line("Drivers:");
        Table table = new Table(1);
        for (DriverInfo driver : drivers) {
            table.row(
                    Mark.DONE,
                    Span.of(driver.database().orElse("other")),
                    Span.of(driver.name()),
                    Span.of(driver.version()));
        }
        page.table(table);
    }

    private void describeEngines(Page page) {
        if (engines.isEmpty()) {
            page.line("No engine is installed.");
            return;
        }
        Table table = new Table(1);
        for (EngineInfo engine : engines) {
            table.row(
                    Mark.DONE,
                    Span.of(engine.id()),
                    Span.of(engine.name()),
                    Span.of(engine.version()),
                    Span.of("history in " + engine.historyTable()));
        }
        page.table(table);
        engines.stream()
                .filter(engine -> !has(engine).isEmpty())
                .forEach(engine -> page.line("    " + engine.id() + " also has: " + String.join(", ", has(engine))));
        page.line("Choose one with --engine, SWITCHBACK_ENGINE or engine= in switchback.properties.");
    }

    private static List<String> has(EngineInfo engine) {
        return engine.capabilities().stream()
                .sorted()
                .map(capability -> capability.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public void describe(Document document) {
        document.list(
                "engines",
                engines,
                (engine, to) -> to.put("id", engine.id())
                        .put("name", engine.name())
                        .put("version", engine.version())
                        .put("historyTable", engine.historyTable())
                        .strings("capabilities", has(engine)));
        document.list(
                "drivers",
                drivers,
                (driver, to) -> to.put("name", driver.name())
                        .put("version", driver.version())
                        .text("database", driver.database()));
    }
}
