package dev.switchback.liquibase;

import java.io.IOException;
import java.util.List;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;

/** What Liquibase finds when it looks for other files: nothing. */
final class NoFiles extends AbstractResourceAccessor {

    @Override
    public List<Resource> search(String path, boolean recursive) throws IOException {
        return List.of();
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        return List.of();
    }

    @Override
    public List<String> describeLocations() {
        return List.of();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
