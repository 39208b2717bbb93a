package dev.switchback.cli.answer;

/**
 * Which part of a status is wanted.
 *
 * @param exitCode whether the exit code tells what was found
 * @param pendingOnly whether only what is pending is listed
 * @param verbose whether files, checksums and names are told
 */
public record StatusView(boolean exitCode, boolean pendingOnly, boolean verbose) {}
