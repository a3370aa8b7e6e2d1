package org.gan4j.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Factor;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.train.config.ConfigJson;

/** The results of a study as a DataFrame: those of trials.csv, with configs and machines. */
public final class TrialRows {
  private TrialRows() {}

  /**
   * Returns the results.
   *
   * @param session the session
   * @param results the results
   * @return a row for each trial
   */
  public static Dataset<Row> of(SparkSession session, StudyResults results) {
    List<Row> rows = new ArrayList<>();
    for (Trial trial : results.plan().trials()) {
      rows.add(row(results, trial));
    }
    return session.createDataFrame(rows, schema(results));
  }

  static void write(SparkSession session, StudyResults results, Path folder) throws IOException {
    try {
      of(session, results)
          .coalesce(1)
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(folder.toAbsolutePath().toUri().toString());
    } catch (RuntimeException e) {
      throw new IOException(folder + ": expected to write the results, got " + e.getMessage(), e);
    }
  }

  private static StructType schema(StudyResults results) {
    List<StructField> fields = new ArrayList<>();
    fields.add(DataTypes.createStructField("trial", DataTypes.StringType, false));
    for (Factor factor : results.plan().factors()) {
      fields.add(DataTypes.createStructField(factor.name(), DataTypes.StringType, false));
    }
    fields.add(DataTypes.createStructField("seed", DataTypes.LongType, false));
    fields.add(DataTypes.createStructField("status", DataTypes.StringType, false));
    fields.add(DataTypes.createStructField("steps", DataTypes.LongType, false));
    fields.add(DataTypes.createStructField("seconds", DataTypes.DoubleType, false));
    for (Metric metric : results.metrics()) {
      fields.add(DataTypes.createStructField(metric.name(), DataTypes.DoubleType, true));
    }
    fields.add(DataTypes.createStructField("reason", DataTypes.StringType, false));
    fields.add(DataTypes.createStructField("config", DataTypes.StringType, false));
    fields.add(
        DataTypes.createStructField(
            "machine", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType), false));
    return DataTypes.createStructType(fields);
  }

  private static Row row(StudyResults results, Trial trial) {
    Optional<TrialResult> result = results.of(trial);
    List<Object> values = new ArrayList<>();
    values.add(trial.name());
    values.addAll(trial.combination().labels());
    values.add(trial.seed());
    values.add(results.status(trial).id());
    values.add(result.map(TrialResult::steps).orElse(0L));
    values.add(result.map(TrialResult::seconds).orElse(0.0));
    for (Metric metric : results.metrics()) {
      OptionalDouble figure =
          result.map(found -> found.metric(metric.name())).orElse(OptionalDouble.empty());
      values.add(figure.isPresent() ? figure.getAsDouble() : null);
    }
    values.add(result.map(TrialResult::reason).orElse(""));
    values.add(ConfigJson.write(trial.config()));
    values.add(new HashMap<>(result.map(TrialResult::machine).orElse(new TreeMap<>())));
    return RowFactory.create(values.toArray());
  }
}
