package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

final class FailureTest {

    @Test
    void aFullDiskIsNoMatterOfRights() {
        assertThat(Failure.next(new FileSystemException("V1__a.sql", null, "No space left on device")))
                .startsWith("the disk is full");
        assertThat(Failure.next(new IOException("Disk quota exceeded"))).startsWith("the disk is full");
        assertThat(Failure.next(new AccessDeniedException("V1__a.sql"))).startsWith("let the user");
        assertThat(Failure.next(new IOException())).startsWith("let the user");
    }
}
