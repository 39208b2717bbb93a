package dev.switchback.core.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says in words why a file could not be used; the message of a file system's exception is only the path. */
final class Failure {

    /** How systems say that a disk is full, or that this user has had his share of it. */
    private static final Pattern FULL =
            Pattern.compile("no space left|not enough space|quota exceeded", Pattern.CASE_INSENSITIVE);

    private Failure() {}

    /** What to do about a file that could not be written. */
    static String next(IOException e) {
        boolean full = Stream.of(e.getMessage(), e instanceof FileSystemException system ? system.getReason() : null)
                .anyMatch(text -> text != null && FULL.matcher(text).find());
        return full
                ? "the disk is full: make room there, then run the same command again"
                : "let the user who runs Switchback write there";
    }

    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it is not there any more";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " exists already";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return Printable.text(system.getReason());
        }
        String message = e.getMessage();
        return message == null || e instanceof FileSystemException
                ? e.getClass().getSimpleName()
                : Printable.text(message);
    }
}
