package dev.switchback.tck.fake;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.ChecksumMatch;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.EngineProvider;
import dev.switchback.core.port.MigrationSession;
import dev.switchback.core.port.SchemaVersionStore;
import dev.switchback.core.port.ScriptFailedException;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fake engine, each time with one thing wrong. */
enum BrokenEngine implements EngineProvider {
    RECORDS_NOTHING {
        @Override
        MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
            return new FakeSession(connection, table, context.database()) {
                @Override
                void record(MigrationStep step) {}
            };
        }
    },

    RECORDS_BEFORE_IT_RUNS {
        @Override
        MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
            return new FakeSession(connection, table, context.database()) {
                @Override
                public void execute(MigrationStep step, StatementListener listener) {
                    try {
                        super.record(step);
                    } catch (SQLException e) {
                        throw new ScriptFailedException(null, e);
                    }
                    super.execute(step, listener);
                }

                @Override
                void record(MigrationStep step) {}
            };
        }
    },

    SWALLOWS_FAILURES {
        @Override
        MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
            return new FakeSession(connection, table, context.database()) {
                @Override
                void run(SqlScript script, StatementListener listener) {
                    try {
                        super.run(script, listener);
                    } catch (ScriptFailedException e) {
                        // forgotten
                    }
                }
            };
        }
    },

    COMMITS_HALF_A_FAILED_SCRIPT {
        @Override
        MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
            return new FakeSession(connection, table, context.database()) {
                @Override
                void undo() {}
            };
        }
    },

    LEAVES_A_TRANSACTION_OPEN {
        @Override
        MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
            return new FakeSession(connection, table, context.database()) {
                @Override
                void restore() throws SQLException {
                    table.delete(connection, "not there");
                }

                @Override
                public void close() {
                    try {
                        connection.setAutoCommit(true);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    },

    FORGETS_AUTO_COMMIT {
        @Override
        MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
            return new FakeSession(connection, table, context.database()) {
                @Override
                void restore() {}
            };
        }
    },

    CLOSES_THE_CONNECTION {
        @Override
        MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
            return new FakeSession(connection, table, context.database()) {
                @Override
                public void close() {
                    try {
                        connection.close();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    },

    TELLS_NO_STATEMENTS {
        @Override
        MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
            return new FakeSession(connection, table, context.database()) {
                @Override
                public void execute(MigrationStep step, StatementListener listener) {
                    super.execute(step, new StatementListener() {
                        @Override
                        public void started(SqlStatement statement) {}

                        @Override
                        public void finished(SqlStatement statement) {}
                    });
                }
            };
        }
    },

    SENDS_WHAT_IS_DONE {
        @Override
        MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
            return new FakeSession(connection, table, context.database()) {
                @Override
                public void execute(MigrationStep step, StatementListener listener) {
                    super.execute(step, new StatementListener() {
                        @Override
                        public void started(SqlStatement statement) throws SQLException {
                            listener.started(statement);
                        }

                        @Override
                        public void finished(SqlStatement statement) throws SQLException {
                            listener.finished(statement);
                        }
                    });
                }
            };
        }
    },

    REVEALS_THE_PLACEHOLDERS {
        @Override
        MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
            return new FakeSession(connection, table, context.database()) {
                @Override
                ScriptFailedException failure(SqlStatement statement, SQLException cause) {
                    return super.failure(statement, new SQLException("with " + context.placeholders(), cause));
                }
            };
        }
    },

    PRINTS {
        @Override
        MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
            System.out.println("Fake by Somebody, buy the edition that prints nothing");
            return super.session(connection, table, context);
        }
    },

    KEEPS_THE_REPEATABLES {
        @Override
        MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
            return new FakeSession(connection, table, context.database()) {
                @Override
                void record(MigrationStep step) throws SQLException {
                    super.record(new MigrationStep(
                            step.direction(),
                            step.script(),
                            step.applied(),
                            List.of(),
                            step.supersedes(),
                            step.transactional(),
                            1));
                }
            };
        }
    },

    REVERSES_THE_HISTORY {
        @Override
        SchemaVersionStore store(FakeTable table) {
            return new FakeStore(table) {
                @Override
                public List<AppliedMigration> read(Connection connection) throws SQLException {
                    List<AppliedMigration> rows = new ArrayList<>(super.read(connection));
                    Collections.reverse(rows);
                    return rows;
                }
            };
        }
    },

    CREATES_THE_TABLE_ON_READ {
        @Override
        SchemaVersionStore store(FakeTable table) {
            return new FakeStore(table) {
                @Override
                public List<AppliedMigration> read(Connection connection) throws SQLException {
                    create(connection);
                    return super.read(connection);
                }
            };
        }
    },

    IGNORES_FORGET {
        @Override
        SchemaVersionStore store(FakeTable table) {
            return new FakeStore(table) {
                @Override
                public void forget(Connection connection, List<AppliedMigration> rows) {}
            };
        }
    },

    COMMITS_FOR_THE_CALLER {
        @Override
        SchemaVersionStore store(FakeTable table) {
            return new FakeStore(table) {
                @Override
                public void stamp(Connection connection, List<MigrationScript> migrations) throws SQLException {
                    super.stamp(connection, migrations);
                    connection.commit();
                }
            };
        }
    },

    FINDS_EVERY_EDIT_FINE {
        @Override
        SchemaVersionStore store(FakeTable table) {
            return new FakeStore(table) {
                @Override
                public ChecksumMatch compare(MigrationScript offered, AppliedMigration applied) {
                    return ChecksumMatch.MATCHES;
                }
            };
        }
    },

    LOSES_THE_OLD_HISTORY {
        @Override
        SchemaVersionStore store(FakeTable table) {
            return new FakeStore(table) {
                @Override
                public void create(Connection connection) throws SQLException {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("DROP TABLE IF EXISTS " + table.name());
                    }
                    super.create(connection);
                }
            };
        }
    },

    IGNORES_THE_TABLE_NAME {
        @Override
        EngineContext understood(EngineContext context) {
            return new EngineContext(
                    context.database(),
                    context.schema(),
                    Optional.empty(),
                    Map.of(),
                    context.clock(),
                    context.sender());
        }
    };

    @Override
    public String id() {
        return info().id();
    }

    @Override
    public EngineInfo info() {
        return new FakeEngineProvider().info();
    }

    @Override
    public Engine open(EngineContext context) {
        EngineContext understood = understood(context);
        FakeTable table = FakeTable.of(understood);
        return new FakeEngine(store(table), connection -> session(connection, table.fixed(connection), understood));
    }

    EngineContext understood(EngineContext context) {
        return context;
    }

    SchemaVersionStore store(FakeTable table) {
        return new FakeStore(table);
    }

    MigrationSession session(Connection connection, FakeTable table, EngineContext context) {
        return new FakeSession(connection, table, context.database());
    }
}
