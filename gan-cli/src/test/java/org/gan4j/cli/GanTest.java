package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GanTest {
  static Set<String> commands() {
    Set<String> commands =
        new TreeSet<>(Gan.commandLine(new StopSignal()).getSubcommands().keySet());
    assertThat(commands).hasSize(13);
    commands.remove("help");
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theHelpOfEverySubcommandHasAnExample(String command) {
    Outcome outcome = Outcome.of(command, "--help");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .startsWith("Usage: gan " + command)
        .contains("--json", "--debug", "Example", "  gan " + command);
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void theHelpListsCommandsAndExitCodes() {
    Outcome outcome = Outcome.of("help");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("train", "sample", "info", "Exit codes:", "7   the backend");
    assertThat(Outcome.of("--help").out()).isEqualTo(outcome.out());
    assertThat(Outcome.of("help", "train").out()).isEqualTo(Outcome.of("train", "--help").out());
  }

  @Test
  void theVersionNamesJavaToo() {
    Outcome outcome = Outcome.of("--version");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .matches("GAN4J \\S+ on Java " + System.getProperty("java.version") + "\\R");
  }

  @Test
  void noCommandIsBadUsage() {
    Outcome outcome = Outcome.of();
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("Missing command: one of ").contains("sample, ", "train");
  }

  @Test
  void aMistypedOptionGetsASuggestion() {
    Outcome outcome = Outcome.of("train", "--stesp", "5");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("'--stesp'", "--steps", "See 'gan train --help'.");
    assertThat(outcome.err().lines().count()).isLessThanOrEqualTo(3);
  }

  @Test
  void aMistypedCommandGetsASuggestion() {
    Outcome outcome = Outcome.of("trian");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("trian", "gan train");
  }

  @Test
  void aMistypedValueIsNamed() {
    Outcome outcome = Outcome.of("train", "--steps", "many");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("--steps", "'many' is not a long");
  }
}
