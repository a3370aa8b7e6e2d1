package org.gan4j.train;

/**
 * What one step measured: k discriminator updates (the last one is reported) and one generator
 * update. Losses in nats, without the regulariser of {@link Consensus}, which the norms have in
 * them: they are of what is descended.
 *
 * @param step the number of the generator update, from 1
 * @param discriminatorLoss with its penalties, before its update
 * @param generatorLoss before its update
 * @param meanReal the mean of σ(logit) over the real half's logits, in the discriminator's step
 * @param meanFake the mean of σ(logit) over the generated half's logits, in the discriminator's
 *     step
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
