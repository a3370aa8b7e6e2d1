package org.gan4j.study.run;

import org.gan4j.study.trial.TrialFolder;

/**
 * A part of a study that a worker does at once.
 *
 * @param folder the trial and its folder
 * @param until the number of steps to train to
 */
public record TrialTask(TrialFolder folder, long until) {}
