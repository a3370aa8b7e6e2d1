package org.gan4j.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.TaskContext;
import org.gan4j.study.plan.StudyJson;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.run.Gauges;
import org.gan4j.study.trial.ResultJson;
import org.gan4j.study.trial.TrialArchive;
import org.gan4j.study.trial.TrialFolder;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.study.trial.TrialRun;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * Trains the trial of a partition in a scratch folder. A trial that diverges or fails has a result
 * that says so; only a lost executor makes Spark try again, from the same files.
 */
final class TrialOnExecutor extends AbstractFunction1<Iterator<SparkTask>, SparkResult>
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What trials of this process are measured with. */
  private static final Gauges GAUGES = new Gauges();

  @Override
  public SparkResult apply(Iterator<SparkTask> partition) {
    int index = TaskContext.getPartitionId();
    try {
      Path scratch = Files.createTempDirectory("gan4j-trial-");
      try {
        return trained(index, partition.next(), scratch);
      } finally {
        TrialArchive.remove(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SparkResult trained(int index, SparkTask task, Path scratch) throws IOException {
    Trial alone =
        StudyPlan.of(StudyJson.parse(task.study(), task.name()), task.name()).trials().get(0);
    Trial trial = new Trial(task.name(), alone.combination(), alone.config(), alone.trials());
    TrialFolder folder = new TrialFolder(trial, scratch.resolve(task.name()));
    if (task.files().length > 0) {
      TrialArchive.unpack(task.files(), folder.path());
    }
    TaskContext context = TaskContext.get();
    TrialResult result =
        new TrialRun(
                folder,
                trainer -> GAUGES.of(trial).of(trainer),
                task.until(),
                (any, step) -> !context.isInterrupted())
            .run();
    return new SparkResult(index, ResultJson.text(result), TrialArchive.pack(folder.path()));
  }
}
