package org.gan4j.study.trial;

import org.gan4j.io.Sha256;
import org.gan4j.study.plan.Trial;
import org.gan4j.train.config.ConfigJson;

/** What a trial's numbers are a function of: its config, its measure and when it measures. */
final class TrialIdentity {
  private TrialIdentity() {}

  static String of(Trial trial) {
    return Sha256.hex(
        ConfigJson.write(trial.config())
            + trial.trials().measure()
            + " every "
            + trial.trials().measureEvery());
  }
}
