package org.gan4j.nn.recipe;

import java.util.List;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeProvider;
import org.gan4j.nn.Activate;
import org.gan4j.nn.AuxiliaryHead;
import org.gan4j.nn.AveragePool;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.ConditionalBatchNorm;
import org.gan4j.nn.Conv2d;
import org.gan4j.nn.Conv2dAveragePool;
import org.gan4j.nn.ConvTranspose2d;
import org.gan4j.nn.Dense;
import org.gan4j.nn.DiffAugment;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.Elu;
import org.gan4j.nn.Flatten;
import org.gan4j.nn.GlobalSumPool;
import org.gan4j.nn.GroupNorm;
import org.gan4j.nn.JoinLabel;
import org.gan4j.nn.LayerNorm;
import org.gan4j.nn.Maxout;
import org.gan4j.nn.MinibatchStdDev;
import org.gan4j.nn.Pack;
import org.gan4j.nn.Projection;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Residual;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.Silu;
import org.gan4j.nn.SpectralNorm;
import org.gan4j.nn.Upsample;
import org.gan4j.nn.UpsampleConv2d;
import org.gan4j.nn.init.FanInUniform;
import org.gan4j.nn.init.HeNormal;
import org.gan4j.nn.init.Normal;
import org.gan4j.nn.init.Orthogonal;
import org.gan4j.nn.init.XavierUniform;
import org.gan4j.nn.network.DcganDiscriminator;
import org.gan4j.nn.network.DcganFeatures;
import org.gan4j.nn.network.DcganGenerator;
import org.gan4j.nn.network.ResnetDiscriminator;
import org.gan4j.nn.network.ResnetGenerator;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.AdamW;
import org.gan4j.nn.optim.ClipNorm;
import org.gan4j.nn.optim.ClipWeights;
import org.gan4j.nn.optim.Constant;
import org.gan4j.nn.optim.Cosine;
import org.gan4j.nn.optim.Ema;
import org.gan4j.nn.optim.ExtraGradient;
import org.gan4j.nn.optim.Linear;
import org.gan4j.nn.optim.OptimisticAdam;
import org.gan4j.nn.optim.RmsProp;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.nn.optim.WarmUp;

/** Lists the layers, initialisers, optimizers and schedules of this module. */
public final class NnRecipes implements RecipeProvider {
  /** Creates the provider; {@link java.util.ServiceLoader} calls this. */
  public NnRecipes() {}

  @Override
  public List<Class<? extends Recipe>> recipes() {
    return List.of(
        Sequential.class,
        Dense.class,
        Conv2d.class,
        ConvTranspose2d.class,
        UpsampleConv2d.class,
        Conv2dAveragePool.class,
        Upsample.class,
        AveragePool.class,
        GlobalSumPool.class,
        Flatten.class,
        Reshape.class,
        Residual.class,
        Activate.class,
        Silu.class,
        Elu.class,
        Maxout.class,
        Dropout.class,
        DiffAugment.class,
        BatchNorm.class,
        LayerNorm.class,
        GroupNorm.class,
        MinibatchStdDev.class,
        Pack.class,
        SpectralNorm.class,
        ConditionalBatchNorm.class,
        JoinLabel.class,
        Projection.class,
        AuxiliaryHead.class,
        DcganFeatures.class,
        DcganDiscriminator.class,
        DcganGenerator.class,
        ResnetDiscriminator.class,
        ResnetGenerator.class,
        FanInUniform.class,
        HeNormal.class,
        XavierUniform.class,
        Normal.class,
        Orthogonal.class,
        Sgd.class,
        Adam.class,
        AdamW.class,
        RmsProp.class,
        OptimisticAdam.class,
        ExtraGradient.class,
        ClipNorm.class,
        ClipWeights.class,
        Ema.class,
        Constant.class,
        Linear.class,
        Cosine.class,
        WarmUp.class);
  }
}
