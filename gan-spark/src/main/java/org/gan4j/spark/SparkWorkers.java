package org.gan4j.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.run.StudyFolder;
import org.gan4j.study.run.TrialTask;
import org.gan4j.study.run.TrialWorkers;
import org.gan4j.study.trial.ResultJson;
import org.gan4j.study.trial.TrialArchive;
import org.gan4j.study.trial.TrialResult;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Trains trials on a Spark cluster, each as a task of one job. A trial's folder goes to the
 * executor and comes back when it has ended, so no file system is shared. The numbers are those of
 * a local run on an equal processor.
 */
public final class SparkWorkers implements TrialWorkers {
  private static final long POLL_MILLIS = 100;

  private final SparkSession session;

  /**
   * Uses a session, which {@link #close} stops.
   *
   * @param session the session
   */
  public SparkWorkers(SparkSession session) {
    this.session = session;
  }

  @Override
  public void run(List<TrialTask> tasks, Progress progress)
      throws IOException, InterruptedException {
    if (tasks.isEmpty() || !progress.goesOn()) {
      return;
    }
    BlockingQueue<SparkResult> results = new LinkedBlockingQueue<>();
    SimpleFutureAction<Object> job = submit(packed(tasks), results);
    try {
      int ended = 0;
      while (ended < tasks.size() && progress.goesOn()) {
        boolean over = job.isCompleted();
        SparkResult result = results.poll(over ? 0 : POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (result != null) {
          take(tasks.get(result.index()), result, progress);
          ended++;
        } else if (over) {
          throw failure(job);
        }
      }
    } finally {
      job.cancel();
    }
  }

  private static List<SparkTask> packed(List<TrialTask> tasks) throws IOException {
    List<SparkTask> packed = new ArrayList<>();
    for (TrialTask task : tasks) {
      boolean begun = Files.isDirectory(task.folder().path());
      byte[] files = begun ? TrialArchive.pack(task.folder().path()) : new byte[0];
      packed.add(SparkTask.of(task.folder().trial(), task.until(), files));
    }
    return packed;
  }

  private SimpleFutureAction<Object> submit(
      List<SparkTask> tasks, BlockingQueue<SparkResult> results) {
    JavaRDD<SparkTask> trials =
        new JavaSparkContext(session.sparkContext()).parallelize(tasks, tasks.size());
    List<Object> partitions =
        IntStream.range(0, tasks.size()).<Object>mapToObj(Integer::valueOf).toList();
    return session
        .sparkContext()
        .submitJob(
            trials.rdd(),
            new TrialOnExecutor(),
            CollectionConverters.asScala(partitions).toSeq(),
            new AbstractFunction2<Object, SparkResult, BoxedUnit>() {
              @Override
              public BoxedUnit apply(Object partition, SparkResult result) {
                results.add(result);
                return BoxedUnit.UNIT;
              }
            },
            new AbstractFunction0<Object>() {
              @Override
              public Object apply() {
                return BoxedUnit.UNIT;
              }
            });
  }

  /** A trial that another process finished before has no files to bring. */
  private static void take(TrialTask task, SparkResult result, Progress progress)
      throws IOException {
    TrialArchive.unpack(result.files(), task.folder().path());
    TrialResult ended = ResultJson.parse(result.result(), task.folder().trial().name());
    progress.ended(task, ended);
  }

  private static IOException failure(SimpleFutureAction<Object> job) {
    Throwable cause =
        job.value().get().isFailure() ? job.value().get().failed().get() : new IOException("none");
    return new IOException(
        "spark: expected executors that train every trial, got "
            + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
            + "; start again to go on with what is missing",
        cause);
  }

  /** Writes {@code trials.parquet}, with a row for each trial, for notebooks. */
  @Override
  public void ended(StudyFolder folder, StudyResults results) throws IOException {
    TrialRows.write(session, results, folder.path().resolve("trials.parquet"));
  }

  @Override
  public void close() {
    session.stop();
  }
}
