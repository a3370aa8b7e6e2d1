package org.gan4j.train;

/**
 * What one step measured. If a step updates the discriminator several times, the last update is
 * reported. Losses are in nats and do not include the regulariser of {@link Consensus}; the
 * gradient norms do.
 *
 * @param step the number of the generator update, from 1
 * @param discriminatorLoss the loss with penalties, before the update
 * @param generatorLoss the loss before the update
 * @param meanReal the mean of σ(logit) over the real batch, in the discriminator's step
 * @param meanFake the mean of σ(logit) over the fake batch, in the discriminator's step
 * @param discriminatorGradientNorm Euclidean norm over all its parameters
 * @param generatorGradientNorm Euclidean norm over all its parameters
 */
public record StepReport(
    long step,
    double discriminatorLoss,
    double generatorLoss,
    double meanReal,
    double meanFake,
    double discriminatorGradientNorm,
    double generatorGradientNorm) {}
