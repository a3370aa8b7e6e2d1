package org.gan4j.losses.recipe;

import java.util.List;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeProvider;
import org.gan4j.losses.Hinge;
import org.gan4j.losses.LabelSmoothing;
import org.gan4j.losses.LeastSquares;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.RelativisticAverage;
import org.gan4j.losses.RelativisticPaired;
import org.gan4j.losses.Wasserstein;
import org.gan4j.losses.fgan.FGanHellinger;
import org.gan4j.losses.fgan.FGanJeffrey;
import org.gan4j.losses.fgan.FGanJensenShannon;
import org.gan4j.losses.fgan.FGanKl;
import org.gan4j.losses.fgan.FGanPearson;
import org.gan4j.losses.fgan.FGanReverseKl;
import org.gan4j.losses.penalty.Dragan;
import org.gan4j.losses.penalty.OneSidedGp;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.losses.penalty.ZeroCentredGp;

/** Lists the losses and penalties of this module. */
public final class LossRecipes implements RecipeProvider {
  /** Creates the provider; {@link java.util.ServiceLoader} calls this. */
  public LossRecipes() {}

  @Override
  public List<Class<? extends Recipe>> recipes() {
    return List.of(
        OriginalMinimax.class,
        NonSaturating.class,
        LeastSquares.class,
        Hinge.class,
        Wasserstein.class,
        RelativisticPaired.class,
        RelativisticAverage.class,
        LabelSmoothing.class,
        FGanKl.class,
        FGanReverseKl.class,
        FGanPearson.class,
        FGanHellinger.class,
        FGanJensenShannon.class,
        FGanJeffrey.class,
        R1.class,
        R2.class,
        WganGp.class,
        OneSidedGp.class,
        Dragan.class,
        ZeroCentredGp.class);
  }
}
