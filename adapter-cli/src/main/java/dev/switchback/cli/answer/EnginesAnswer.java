package dev.switchback.cli.answer;

import dev.switchback.api.model.EngineInfo;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Span;
import dev.switchback.cli.terminal.Table;
import java.util.List;

/**
 * The engines on the class path.
 *
 * @param engines the engines, by id
 */
public record EnginesAnswer(List<EngineInfo> engines) implements Answer {

    /** Copies the list. */
    public EnginesAnswer {
        engines = List.copyOf(engines);
    }

    @Override
    public void describe(Page page) {
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
        page.line("Choose one with --engine, SWITCHBACK_ENGINE or engine= in switchback.properties.");
    }

    @Override
    public void describe(Document document) {
        document.list(
                "engines",
                engines,
                (engine, to) -> to.put("id", engine.id())
                        .put("name", engine.name())
                        .put("version", engine.version())
                        .put("historyTable", engine.historyTable()));
    }
}
