package org.gan4j.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process is tested with the command, in gan-cli. */
class RunLockTest {
  @TempDir private Path temp;

  @Test
  void oneHolderInAProcess() throws IOException {
    RunDirectory run = new RunDirectory(temp);
    try (RunLock lock = RunLock.of(run)) {
      assertThat(lock.directory()).isEqualTo(run);
      Path link = Files.createSymbolicLink(temp.resolve("link"), temp);
      for (Path name : new Path[] {temp, link, temp.resolve("link/..").resolve(temp)}) {
        assertThatThrownBy(() -> RunLock.of(new RunDirectory(name)))
            .isInstanceOf(LockedException.class)
            .hasMessage(
                name
                    + ": expected a run that nothing else works on, got one locked by this"
                    + " process; wait until it ends, or stop it");
      }
    }
    RunLock.of(run).close();
  }

  @Test
  void theFileNamesTheProcessAndOneOfADeadProcessDoesNotLock() throws IOException {
    RunDirectory run = new RunDirectory(temp);
    Files.writeString(run.lock(), "123456789012\n");
    try (RunLock lock = RunLock.of(run)) {
      assertThat(lock.directory().lock()).hasContent(ProcessHandle.current().pid() + "\n");
    }
  }
}
