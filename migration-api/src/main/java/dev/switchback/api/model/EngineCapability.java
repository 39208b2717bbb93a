package dev.switchback.api.model;

/** What not every engine has. The rest of Switchback is the same on all of them. */
public enum EngineCapability {
    /** States can be given names, which are targets: {@code @tag}. */
    TAGS,
    /** It has a lock of its own, which a killed run can leave behind: {@code lock release}. */
    LOCK,
    /** It has commands of its own: {@code engine --}. */
    COMMANDS,
    /** It cannot read the migration files without a file of its own, which {@code export} writes. */
    EXPORT
}
