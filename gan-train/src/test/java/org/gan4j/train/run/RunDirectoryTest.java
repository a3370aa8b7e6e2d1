package org.gan4j.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.train.GanConfig;
import org.gan4j.train.UnlistedLoss;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {
  @TempDir private Path folder;

  @Test
  void theNewestCheckpointHasTheMostStepsWhateverElseIsInTheFolder() throws IOException {
    RunDirectory run = new RunDirectory(folder);
    assertThat(run.latestCheckpoint()).isEmpty();
    Files.createDirectories(run.checkpoint(1).getParent());
    Files.createFile(run.checkpoint(999_999));
    Files.createFile(run.checkpoint(1_000_000));
    for (String other :
        new String[] {
          "step-99999999999999999999.safetensors",
          "step-2000000.safetensors.tmp",
          "step-.safetensors"
        }) {
      Files.createFile(run.checkpoint(1).resolveSibling(other));
    }
    assertThat(run.latestCheckpoint()).contains(run.checkpoint(1_000_000));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasMadeForARunThatCannotBeWrittenIsRemoved(boolean wasThere) throws IOException {
    Path path = folder.resolve("run");
    if (wasThere) {
      Files.createDirectory(path);
    }
    GanConfig config = Presets.named("ring").withLoss(new UnlistedLoss());
    assertThatThrownBy(() -> RunDirectory.create(path, config, new OutputSchedule(1, 0, 0)))
        .hasMessageContaining("a recipe that a RecipeProvider lists");
    if (wasThere) {
      assertThat(path).isEmptyDirectory();
    } else {
      assertThat(path).doesNotExist();
    }
  }
}
