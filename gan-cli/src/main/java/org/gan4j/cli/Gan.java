package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gan4j.theory.Theorem;
import org.gan4j.theory.rows.TheoremRows;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code gan} command. */
@Command(
    name = "gan",
    description = "Trains generative adversarial networks on the JVM, and proves their theory.",
    mixinStandardHelpOptions = true,
    versionProvider = Gan.Version.class,
    subcommands = HelpCommand.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Start with:",
      "  gan train --data ring",
      "  gan prove",
      "Run a command with --help for its options.",
      ""
    })
public final class Gan implements Runnable {
  @Spec private CommandSpec spec;

  private Gan() {}

  /** The versions of GAN4J and Java. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "GAN4J " + Launch.version() + " on Java " + System.getProperty("java.version")
      };
    }
  }

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param args the command line arguments
   */
  public static void main(String[] args) {
    StopSignal stop = StopSignal.installed(System.err);
    StandardOutput out = StandardOutput.ofProcess();
    Optional<String> garbled =
        LocaleEncoding.problem(args, System.getProperty("user.dir"), System::getenv);
    garbled.ifPresent(System.err::println);
    int code =
        garbled.isPresent()
            ? ExitCode.USAGE.code()
            : commandLine(stop, args).setOut(out.writer()).execute(args);
    Optional<String> loss = out.loss();
    loss.ifPresent(System.err::println);
    code = code == ExitCode.DONE.code() && loss.isPresent() ? ExitCode.IO.code() : code;
    stop.finished(code);
    System.exit(code);
  }

  /** Returns the command line, so that tests can run it in their own process. */
  static CommandLine commandLine(StopSignal stop) {
    return commandLine(commands(stop, TheoremRows::theorem));
  }

  /** As {@link #commandLine(StopSignal)}, with other rows to prove. */
  static CommandLine commandLine(StopSignal stop, Supplier<Theorem> theorem) {
    return commandLine(commands(stop, theorem));
  }

  /**
   * As {@link #commandLine(StopSignal)}, but with one command only if the arguments begin with its
   * name: to prepare all of them takes a third of a second.
   */
  private static CommandLine commandLine(StopSignal stop, String... args) {
    Map<String, Supplier<Object>> commands = commands(stop, TheoremRows::theorem);
    if (args.length > 0 && commands.containsKey(args[0])) {
      commands.keySet().retainAll(Set.of(args[0]));
    }
    return commandLine(commands);
  }

  private static Map<String, Supplier<Object>> commands(
      StopSignal stop, Supplier<Theorem> theorem) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("train", () -> new TrainCommand(stop));
    commands.put("sample", SampleCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("score", ScoreCommand::new);
    commands.put("prove", () -> new ProveCommand(theorem));
    commands.put("sweep", () -> new SweepCommand(stop));
    commands.put("coverage", () -> new CoverageCommand(stop));
    commands.put("bench", BenchCommand::new);
    commands.put("losses", LossesCommand::new);
    commands.put("recipes", RecipesCommand::new);
    commands.put("divergence", DivergenceCommand::new);
    commands.put("info", InfoCommand::new);
    return commands;
  }

  private static CommandLine commandLine(Map<String, Supplier<Object>> commands) {
    CommandLine gan = new CommandLine(new Gan());
    commands.forEach((name, command) -> gan.addSubcommand(name, command.get()));
    gan.setExecutionStrategy(Gan::run);
    gan.setParameterExceptionHandler((error, args) -> badUsage(error));
    gan.getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(ExitCode.table());
    return gan;
  }

  @Override
  public void run() {
    Set<String> commands = new TreeSet<>(spec.subcommands().keySet());
    throw new ParameterException(
        spec.commandLine(), "Missing command: one of " + String.join(", ", commands));
  }

  /** Also catches errors such as OutOfMemoryError, which picocli does not handle. */
  private static int run(ParseResult parsed) {
    PrintWriter err = parsed.commandSpec().commandLine().getErr();
    try {
      return new RunLast().execute(parsed);
    } catch (ParameterException e) {
      throw e;
    } catch (ExecutionException e) {
      return report(e.getCause() == null ? e : e.getCause(), parsed, err);
    } catch (RuntimeException | Error e) {
      return report(e, parsed, err);
    }
  }

  private static int report(Throwable error, ParseResult parsed, PrintWriter err) {
    Failure failure = Failure.of(error);
    err.println(failure.message());
    if (parsed.hasSubcommand() && parsed.subcommand().hasMatchedOption(CommonOptions.DEBUG)) {
      error.printStackTrace(err);
    }
    err.flush();
    return failure.exit().code();
  }

  private static int badUsage(ParameterException error) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(error.getMessage());
    UnmatchedArgumentException.printSuggestions(error, err);
    err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ExitCode.USAGE.code();
  }
}
