package org.gan4j.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The exit codes of the process. */
enum ExitCode {
  DONE(0, "done"),
  CHECK_FAILED(1, "a check failed"),
  USAGE(2, "bad usage or config"),
  DATA(3, "bad input data: a data set or checkpoint is missing or damaged"),
  IO(4, "a file cannot be read or written"),
  LOCKED(5, "locked by another run"),
  DIVERGED(6, "training diverged: a number is not finite"),
  BACKEND(7, "the backend is not available here"),
  INTERNAL(70, "an internal error, or the build failed"),
  HUNG_UP(129, "hung up by SIGHUP; a training run was saved first"),
  INTERRUPTED(130, "interrupted by Ctrl-C; a training run was saved first"),
  TERMINATED(143, "terminated by SIGTERM; a training run was saved first");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  /** The codes with their meanings, for the help. */
  static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    for (ExitCode exit : values()) {
      table.put(String.format(Locale.ROOT, " %3d", exit.code), exit.meaning);
    }
    return table;
  }
}
