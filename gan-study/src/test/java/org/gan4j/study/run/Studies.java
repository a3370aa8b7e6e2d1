package org.gan4j.study.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.core.backend.Activation;
import org.gan4j.data.distribution.Ring;
import org.gan4j.data.spec.Points;
import org.gan4j.losses.NonSaturating;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.study.plan.StudyJson;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.train.GanConfig;
import org.gan4j.train.Player;
import org.gan4j.train.config.ConfigJson;

/** Small studies of a ring, a few milliseconds a trial. */
public final class Studies {
  /** The data of all. */
  public static final Ring RING = new Ring(8, 1, 0.1);

  private Studies() {}

  /** A config of two small networks. */
  public static GanConfig config(Optimizer optimizer) {
    Sequential generator =
        Sequential.of(new Dense(8, Activation.TANH), new Dense(2, Activation.IDENTITY));
    Sequential discriminator =
        Sequential.of(new Dense(8, Activation.TANH), new Dense(1, Activation.IDENTITY));
    return GanConfig.of(
            new Points(RING),
            2,
            new NonSaturating(),
            new Player(generator, optimizer),
            new Player(discriminator, optimizer))
        .withBatch(16)
        .withSteps(20);
  }

  /** The text of a study of that config. */
  public static String json(String axes, int seeds, String trials) {
    return String.format(
        Locale.ROOT,
        """
        { "format": 1,
          "base": { "type": "config", "config": %s },
          "axes": [ %s ],
          "seeds": { "first": 1, "count": %d },
          "trials": { %s } }
        """,
        ConfigJson.write(config(new Sgd(0.1))),
        axes,
        seeds,
        trials);
  }

  /** Two losses and a rate, with three seeds. */
  public static StudyPlan plan(String trials) throws IOException {
    return plan(
        """
        { "type": "values", "settings": ["game.loss"],
          "values": [ { "type": "non-saturating" }, { "type": "hinge" } ] },
        { "type": "values",
          "settings": ["game.generator.optimizer.rate", "game.discriminator.optimizer.rate"],
          "values": [ 0.05, 0.2 ] }
        """,
        3,
        trials);
  }

  /** Other axes. */
  public static StudyPlan plan(String axes, int seeds, String trials) throws IOException {
    return StudyPlan.of(StudyJson.parse(json(axes, seeds, trials), "study"), "study");
  }

  /** Runs a study to its end. */
  public static StudyRun.Outcome run(Path path, StudyPlan plan) throws Exception {
    return run(path, plan, new LocalWorkers(2), new Recorder());
  }

  static StudyRun.Outcome run(
      Path path, StudyPlan plan, TrialWorkers workers, StudyRun.Listener listener)
      throws Exception {
    try (StudyFolder folder = StudyFolder.open(path, plan)) {
      return new StudyRun(folder, workers, listener).run();
    }
  }

  /** Records what runs, and stops the study after a number of steps. */
  static final class Recorder implements StudyRun.Listener {
    final List<TrialResult> ended = new ArrayList<>();
    final List<Integer> planned = new ArrayList<>();
    private long steps;
    private final long stopAfter;

    Recorder() {
      this(Long.MAX_VALUE);
    }

    Recorder(long stopAfter) {
      this.stopAfter = stopAfter;
    }

    @Override
    public void planned(List<TrialTask> trials) {
      planned.add(trials.size());
    }

    @Override
    public boolean goesOn() {
      return steps < stopAfter;
    }

    @Override
    public void reached(Trial trial, long step) {
      steps++;
    }

    @Override
    public void ended(Trial trial, TrialResult result) {
      ended.add(result);
    }

    long steps() {
      return steps;
    }
  }
}
