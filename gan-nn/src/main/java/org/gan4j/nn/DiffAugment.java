package org.gan4j.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Shift;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

/**
 * Augments images in front of the discriminator, differentiably, so that it cannot memorise a small
 * data set. In training, each sample is transformed by draws of its own, uniform in the ranges
 * below; in evaluation, the identity. The policies are applied in this order:
 *
 * <ul>
 *   <li>colour: brightness x + b with b in [−½, ½), then saturation (x − μ)s + μ with s in [0, 2),
 *       where μ is each pixel's mean over the channels, then contrast (x − m)k + m with k in [½,
 *       1½), where m is the sample's mean;
 *   <li>translation: a shift by whole pixels, down and right, of up to 1/8 of the extent in either
 *       direction; zeros move in;
 *   <li>cutout: a rectangle of half the height and half the width is set to 0, at a random place
 *       and clipped at the border.
 * </ul>
 *
 * Extents are rounded half up. With pixels in [−1, 1], 0 is mid-grey.
 *
 * <p>As in the paper, the same policies apply to real and fake samples in the discriminator's
 * update and to fake samples in the generator's, but no draws are shared: not between two samples
 * of a batch, a real and a fake sample, or two updates. Each transformation has its own random
 * stream, so switching a policy on or off changes no other draw. Penalties on the input gradient
 * are of the augmented discriminator, by the images before the augmentation.
 *
 * @shape [n, h, w, channels] to the same
 * @param colour whether to change brightness, saturation and contrast
 * @param translation whether to shift
 * @param cutout whether to cut out a rectangle
 * @paper Zhao et al. 2020, "Differentiable Augmentation for Data-Efficient GAN Training",
 *     arXiv:2006.10738, Section 3 and Figure 4; ranges as in its code
 */
public record DiffAugment(boolean colour, boolean translation, boolean cutout)
    implements LayerSpec {
  private static final double TRANSLATION = 0.125;

  /** Returns the layer with all three policies, the paper's choice for small data sets. */
  public DiffAugment() {
    this(true, true, true);
  }

  @Override
  public Shape outputShape(Shape input) {
    return Maps.check("diff augment", input);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    outputShape(input);
    return new Built(this);
  }

  private record Built(DiffAugment spec) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      if (pass.mode() == Pass.Mode.EVAL) {
        return x;
      }
      Var y = spec.colour ? recoloured(x, pass) : x;
      y = spec.translation ? y.translate(shifts(x.shape(), pass)) : y;
      return spec.cutout ? withCutout(y, pass) : y;
    }

    private static Var recoloured(Var x, Pass pass) {
      int n = x.shape().rows();
      Var y = Augmentations.brightness(x, uniform(n, -0.5, 0.5, pass.child("brightness")));
      y = Augmentations.saturation(y, uniform(n, 0, 2, pass.child("saturation")));
      return Augmentations.contrast(y, uniform(n, 0.5, 1.5, pass.child("contrast")));
    }

    private static double[] uniform(int n, double low, double high, Pass pass) {
      RandomGenerator draws = pass.draws();
      return IntStream.range(0, n)
          .mapToDouble(i -> low + (high - low) * draws.nextDouble())
          .toArray();
    }

    private static List<Shift> shifts(Shape maps, Pass pass) {
      RandomGenerator draws = pass.child("translation").draws();
      int down = (int) (maps.dim(1) * TRANSLATION + 0.5);
      int right = (int) (maps.dim(2) * TRANSLATION + 0.5);
      return IntStream.range(0, maps.dim(0))
          .mapToObj(i -> new Shift(upTo(down, draws), upTo(right, draws)))
          .toList();
    }

    private static int upTo(int reach, RandomGenerator draws) {
      return draws.nextInt(2 * reach + 1) - reach;
    }

    private static Var withCutout(Var x, Pass pass) {
      Shape maps = x.shape();
      int[] rows = places(maps.dim(0), maps.dim(1), pass.child("cutout-row"));
      int[] columns = places(maps.dim(0), maps.dim(2), pass.child("cutout-column"));
      return Augmentations.cutout(x, rows, columns);
    }

    /** Where the middle of a rectangle is: the edge before or the pixel of this index. */
    private static int[] places(int n, int extent, Pass pass) {
      RandomGenerator draws = pass.draws();
      int places = extent + 1 - Augmentations.cutoutSize(extent) % 2;
      return IntStream.range(0, n).map(i -> draws.nextInt(places)).toArray();
    }

    @Override
    public Wire export(Wire x, Export to) {
      to.module("nn.Identity()");
      return x;
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }
}
