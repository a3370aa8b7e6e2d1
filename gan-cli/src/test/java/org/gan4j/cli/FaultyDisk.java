package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gan4j.train.run.RunDirectory;

/** Goes on with a run again and again, while another operation on its folder fails each time. */
final class FaultyDisk {
  private final Path disk;
  private final Function fail;
  private final Function failed;
  private final RunDirectory begun;
  private final RunDirectory whole;

  private FaultyDisk(Path disk, NativeLibrary shim) {
    this.disk = disk;
    fail = shim.getFunction("fault_at");
    failed = shim.getFunction("fault_hit");
    begun = new RunDirectory(disk.resolve("begun"));
    whole = new RunDirectory(disk.resolve("whole"));
  }

  /**
   * Runs all cases and prints a line for each.
   *
   * @param args a folder for the runs, and the library that lets operations there fail
   */
  public static void main(String[] args) throws IOException {
    Path disk = Files.createDirectories(Path.of(args[0]));
    try (NativeLibrary shim = NativeLibrary.getInstance(args[1])) {
      new FaultyDisk(disk, shim).run();
    }
  }

  private void run() throws IOException {
    succeed(
        "train",
        "--data",
        "gaussian",
        "--steps",
        2,
        "--checkpoint-every",
        1,
        "--keep",
        2,
        "--batch",
        32,
        "--out",
        begun.path());
    copy(begun.path(), whole.path());
    succeed(goOn(whole));
    for (boolean full : new boolean[] {false, true}) {
      int operation = 1;
      while (fails(operation, full)) {
        operation++;
      }
    }
  }

  private static Object[] goOn(RunDirectory run) {
    return new Object[] {"train", "--resume", run.path(), "--steps", 3, "--stretch-schedules"};
  }

  private static void succeed(Object... words) {
    Outcome outcome = Outcome.of(words);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
  }

  /** {@return whether there was such an operation} */
  private boolean fails(int operation, boolean full) throws IOException {
    RunDirectory run = new RunDirectory(disk.resolve(operation + (full ? "-full" : "-error")));
    copy(begun.path(), run.path());
    fail.invokeVoid(new Object[] {(long) operation, full ? 1 : 0});
    Outcome outcome = Outcome.of(goOn(run));
    String hit = failed.invokeString(new Object[0], false);
    fail.invokeVoid(new Object[] {0L, 0});
    if (hit.isEmpty()) {
      assertThat(outcome.exit()).as(outcome.err()).isZero();
      return false;
    }
    String reason = full ? "No space left on device" : "Input/output error";
    String what = reason + ": " + hit + " (operation " + operation + "): " + outcome.err();
    System.out.println(what);
    assertThat(outcome.exit()).as(what).isEqualTo(4);
    // Of a failed fsync, Java sometimes says no more than "sync failed".
    String got = hit.startsWith("fsync") ? "(sync failed|" + reason + ")" : reason;
    assertThat(outcome.err())
        .as(what)
        .contains(run.path() + "/")
        .matches(
            "(?s).*: expected to .*, got "
                + got
                + "; check the folder, the permissions and the free space\n");
    assertThat(run.checkpoint(2)).as(what).hasSameBinaryContentAs(begun.checkpoint(2));
    if (run.checkpointSteps().last() < 3) {
      succeed(goOn(run));
    }
    assertThat(run.checkpoint(3)).as(what).hasSameBinaryContentAs(whole.checkpoint(3));
    assertThat(run.metrics()).as(what).hasSameBinaryContentAs(whole.metrics());
    return true;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
