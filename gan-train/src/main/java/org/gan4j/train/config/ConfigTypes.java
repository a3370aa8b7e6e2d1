package org.gan4j.train.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.List;
import org.gan4j.core.backend.Activation;
import org.gan4j.data.Distribution;
import org.gan4j.data.distribution.Gaussian;
import org.gan4j.data.distribution.GaussianMixture;
import org.gan4j.data.distribution.Grid;
import org.gan4j.data.distribution.Ring;
import org.gan4j.data.distribution.Spiral;
import org.gan4j.data.idx.ImageSet;
import org.gan4j.data.spec.DataSpec;
import org.gan4j.data.spec.Images;
import org.gan4j.data.spec.Points;
import org.gan4j.data.spec.StackedImages;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Losses;
import org.gan4j.losses.Penalties;
import org.gan4j.nn.Activate;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.Elu;
import org.gan4j.nn.LayerNorm;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Maxout;
import org.gan4j.nn.MinibatchStdDev;
import org.gan4j.nn.Pack;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.Silu;
import org.gan4j.nn.SpectralNorm;
import org.gan4j.nn.init.FanInUniform;
import org.gan4j.nn.init.HeNormal;
import org.gan4j.nn.init.Initializer;
import org.gan4j.nn.init.Normal;
import org.gan4j.nn.init.Orthogonal;
import org.gan4j.nn.init.XavierUniform;
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
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.RmsProp;
import org.gan4j.nn.optim.Schedule;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.nn.optim.WarmUp;
import org.gan4j.train.Consensus;

/** The names under which records stand in a config. A new record is one line here. */
final class ConfigTypes extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** A record is written with its name in the field {@code type}. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Named {}

  /** Activations are written as text, such as leaky_relu(0.2). */
  private abstract static class AsText {
    @JsonCreator
    static Activation parse(String text) {
      return Activation.parse(text);
    }

    @Override
    @JsonValue
    public abstract String toString();
  }

  /** Image sets are written by their id. */
  private abstract static class ById {
    @JsonCreator
    static ImageSet ofId(String id) {
      return ImageSet.ofId(id);
    }

    @JsonValue
    abstract String id();
  }

  ConfigTypes() {
    List.of(
            DataSpec.class,
            Distribution.class,
            LayerSpec.class,
            Initializer.class,
            Optimizer.class,
            Schedule.class,
            GanLoss.class,
            CriticPenalty.class)
        .forEach(type -> setMixInAnnotation(type, Named.class));
    setMixInAnnotation(Activation.class, AsText.class);
    setMixInAnnotation(ImageSet.class, ById.class);
    registerSubtypes(
        new NamedType(Images.class, "images"),
        new NamedType(StackedImages.class, "stacked-images"),
        new NamedType(Points.class, "points"),
        new NamedType(Gaussian.class, "gaussian"),
        new NamedType(GaussianMixture.class, "gaussian-mixture"),
        new NamedType(Ring.class, "ring"),
        new NamedType(Grid.class, "grid"),
        new NamedType(Spiral.class, "spiral"),
        new NamedType(Sequential.class, "sequential"),
        new NamedType(Dense.class, "dense"),
        new NamedType(Activate.class, "activate"),
        new NamedType(Silu.class, "silu"),
        new NamedType(Elu.class, "elu"),
        new NamedType(Maxout.class, "maxout"),
        new NamedType(Dropout.class, "dropout"),
        new NamedType(BatchNorm.class, "batch-norm"),
        new NamedType(LayerNorm.class, "layer-norm"),
        new NamedType(MinibatchStdDev.class, "minibatch-std-dev"),
        new NamedType(Pack.class, "pack"),
        new NamedType(SpectralNorm.class, "spectral-norm"),
        new NamedType(FanInUniform.class, "fan-in-uniform"),
        new NamedType(HeNormal.class, "he-normal"),
        new NamedType(XavierUniform.class, "xavier-uniform"),
        new NamedType(Normal.class, "normal"),
        new NamedType(Orthogonal.class, "orthogonal"),
        new NamedType(Sgd.class, "sgd"),
        new NamedType(Adam.class, "adam"),
        new NamedType(AdamW.class, "adamw"),
        new NamedType(RmsProp.class, "rmsprop"),
        new NamedType(OptimisticAdam.class, "optimistic-adam"),
        new NamedType(ExtraGradient.class, "extra-gradient"),
        new NamedType(ClipNorm.class, "clip-norm"),
        new NamedType(ClipWeights.class, "clip-weights"),
        new NamedType(Ema.class, "ema"),
        new NamedType(Constant.class, "constant"),
        new NamedType(Linear.class, "linear"),
        new NamedType(Cosine.class, "cosine"),
        new NamedType(WarmUp.class, "warm-up"));
    for (GanLoss loss : Losses.all()) {
      registerSubtypes(new NamedType(loss.getClass(), loss.name()));
    }
    for (CriticPenalty penalty : Penalties.all()) {
      registerSubtypes(new NamedType(penalty.getClass(), penalty.name()));
    }
  }

  /** Every setting is required, but penalties and consensus: older configs have none. */
  private static final class Required extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
      JavaType content = member.getType().getContentType();
      boolean penalties = content != null && content.hasRawClass(CriticPenalty.class);
      return !penalties && !member.getType().hasRawClass(Consensus.class);
    }
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.insertAnnotationIntrospector(new Required());
  }
}
