package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.train.Alternating;
import org.gan4j.train.Game;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;
import org.gan4j.train.TrainListener;
import org.gan4j.train.UpdateOrder;
import org.gan4j.train.run.RunDirectory;

/**
 * Says what is trained, once nothing stands in its way.
 *
 * @param what the beginning of the line
 * @param isNew whether the run is new
 * @param err where to say it
 */
record Announcement(String what, boolean isNew, PrintWriter err) implements TrainListener {
  /** Announces a new run of the data or config of a name. */
  static Announcement begun(String name, RunDirectory directory, PrintWriter err) {
    return new Announcement("Training " + name + " into " + directory.path(), true, err);
  }

  /** Announces that a run goes on. */
  static Announcement resumed(RunDirectory directory, PrintWriter err) {
    return new Announcement("Resuming " + directory.path(), false, err);
  }

  @Override
  public void started(GanTrainer trainer) {
    GanConfig config = trainer.config();
    int threads = config.compute().threads();
    err.printf(
        Locale.ROOT,
        "%s: %s%d steps, batch %d, %s, backend %s, %s, seed %d%n",
        what,
        isNew ? "" : "step " + trainer.steps() + " of ",
        config.training().steps(),
        config.training().batch(),
        objective(config),
        config.compute().backend(),
        threads == 1 ? "1 thread" : threads + " threads",
        config.seed());
    trainer.data().notes().forEach(err::println);
    TrainAdvice.beforeTheStart(config.game()).ifPresent(err::println);
    err.flush();
  }

  @Override
  public void stepped(StepReport report, GanTrainer trainer) {}

  private static String objective(GanConfig config) {
    Game game = config.game();
    Stream<String> penalties = game.penalties().stream().map(CriticPenalty::name);
    String objective =
        Stream.concat(Stream.of(game.loss().name()), penalties).collect(Collectors.joining(" + "));
    UpdateOrder order = config.training().updates();
    return order.equals(new Alternating())
        ? objective
        : objective + ", " + order.name() + " updates";
  }
}
