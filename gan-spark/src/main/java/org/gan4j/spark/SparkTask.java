package org.gan4j.spark;

import java.io.Serializable;
import java.util.List;
import org.gan4j.study.plan.ConfigBase;
import org.gan4j.study.plan.Seeds;
import org.gan4j.study.plan.Study;
import org.gan4j.study.plan.StudyJson;
import org.gan4j.study.plan.Trial;

/**
 * A trial on its way to an executor.
 *
 * @param name the trial's name
 * @param study a study of this trial alone, as JSON
 * @param until the number of steps to train to
 * @param files the trial's folder so far, packed
 */
@SuppressWarnings("ArrayRecordComponent") // a holder that is never compared
record SparkTask(String name, String study, long until, byte[] files) implements Serializable {
  static SparkTask of(Trial trial, long until, byte[] files) {
    Study alone =
        new Study(
            new ConfigBase(trial.config()), List.of(), new Seeds(trial.seed(), 1), trial.trials());
    return new SparkTask(trial.name(), StudyJson.write(alone), until, files);
  }
}
