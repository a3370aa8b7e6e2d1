package org.gan4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.gan4j.core.backend.BackendUnavailableException;
import org.gan4j.data.DataException;
import org.gan4j.io.WriteFailure;
import org.gan4j.io.safetensors.SafetensorsException;
import org.gan4j.train.DivergedException;
import org.gan4j.train.config.ConfigException;
import org.gan4j.train.run.LockedException;
import org.gan4j.train.run.OccupiedException;
import org.gan4j.train.run.ResumeException;

/**
 * How an exception is reported to the user and the calling process. All exceptions are mapped here.
 *
 * @param exit the process's exit code
 * @param message where, expected, got, what to do
 */
record Failure(ExitCode exit, String message) {
  static Failure of(Throwable error) {
    if (error instanceof UncheckedIOException unchecked) {
      return of(unchecked.getCause());
    }
    if (error instanceof OutOfMemoryError) {
      return new Failure(ExitCode.USAGE, memory(error));
    }
    ExitCode exit = exit(error);
    return new Failure(exit, exit == ExitCode.INTERNAL ? internal(error) : message(error));
  }

  private static ExitCode exit(Throwable error) {
    if (error instanceof UsageException
        || error instanceof ConfigException
        || error instanceof OccupiedException
        || error instanceof ResumeException
        || error instanceof InvalidPathException
        || isOurRefusal(error)) {
      return ExitCode.USAGE;
    }
    if (error instanceof DataException || error instanceof SafetensorsException) {
      return ExitCode.DATA;
    }
    if (error instanceof LockedException) {
      return ExitCode.LOCKED;
    }
    if (error instanceof DivergedException) {
      return ExitCode.DIVERGED;
    }
    if (error instanceof BackendUnavailableException) {
      return ExitCode.BACKEND;
    }
    return error instanceof IOException ? ExitCode.IO : ExitCode.INTERNAL;
  }

  /** Our argument checks have messages of this form; any other exception of this type is a bug. */
  private static boolean isOurRefusal(Throwable error) {
    return error instanceof IllegalArgumentException
        && error.getMessage() != null
        && error.getMessage().contains(": expected ");
  }

  /** The message of Java's file exceptions is often just the path. */
  private static String message(Throwable error) {
    if (error instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason().startsWith("expected ")
          ? file.getMessage()
          : WriteFailure.of(Path.of(file.getFile()), "to read or write it", file).getMessage();
    }
    if (error instanceof FileSystemException file) {
      if (error instanceof NoSuchFileException) {
        return file.getFile() + ": expected a file or folder, got none; check the path";
      }
      if (error instanceof AccessDeniedException) {
        return file.getFile() + ": expected permission, got none; change it or use another folder";
      }
      if (error instanceof FileAlreadyExistsException) {
        return file.getFile() + ": expected a folder or nothing, got a file; use another name";
      }
      if (error instanceof NotDirectoryException) {
        return file.getFile(); // ours, with a full message instead of the path
      }
    }
    if (error instanceof InvalidPathException path) {
      return String.format(
          Locale.ROOT,
          "path: expected a name that this system can hold, got '%s' (%s); use another name",
          path.getInput(),
          path.getReason());
    }
    return error.getMessage() == null ? error.toString() : error.getMessage();
  }

  /** What was asked for is more than this machine gives; that is no fault of the program. */
  private static String memory(Throwable error) {
    String said = error.getMessage();
    if (said != null && said.contains("; ")) {
      return said; // a backend that knows what to do about its device
    }
    return "memory: expected enough for this run, got '"
        + said
        + "'; lower --batch or --n, or set JAVA_TOOL_OPTIONS=-Xmx8g or more";
  }

  private static String internal(Throwable error) {
    return "internal error: " + error + "; run it again with --debug and report what that prints";
  }
}
