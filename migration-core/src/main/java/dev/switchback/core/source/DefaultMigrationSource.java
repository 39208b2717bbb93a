package dev.switchback.core.source;

import dev.switchback.core.domain.Offer;
import dev.switchback.core.port.MigrationSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The portable migrations of all locations. Immutable; reads everything anew at each call. */
final class DefaultMigrationSource implements MigrationSource {
    private final List<Location> locations;
    private final SourceOptions options;

    DefaultMigrationSource(List<Location> locations, SourceOptions options) {
        this.locations = List.copyOf(locations);
        this.options = options;
    }

    @Override
    public Offer load() {
        Findings findings = new Findings();
        ScriptReader scripts = new ScriptReader(options, findings);
        OfferAssembler offer = new OfferAssembler(findings);
        for (Location location : locations) {
            for (SourceFile file : files(location, findings)) {
                offer.add(scripts.read(file));
            }
        }
        return offer.assemble();
    }

    private List<SourceFile> files(Location location, Findings findings) {
        List<SourceFile> files = new ArrayList<>();
        try (OpenTrees trees = location.open()) {
            for (FileTree tree : trees.all()) {
                files.addAll(new TreeReader(tree, options, findings).read());
            }
        } catch (IOException e) {
            throw location.unreadable(e);
        }
        return files;
    }
}
