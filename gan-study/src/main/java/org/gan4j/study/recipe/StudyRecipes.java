package org.gan4j.study.recipe;

import java.util.List;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeProvider;
import org.gan4j.study.measure.ClassifierMeasure;
import org.gan4j.study.measure.CoverageMeasure;
import org.gan4j.study.measure.NoMeasure;
import org.gan4j.study.plan.ConfigBase;
import org.gan4j.study.plan.FileBase;
import org.gan4j.study.plan.LinearRange;
import org.gan4j.study.plan.LogRange;
import org.gan4j.study.plan.LogUniform;
import org.gan4j.study.plan.PresetBase;
import org.gan4j.study.plan.RunAll;
import org.gan4j.study.plan.SuccessiveHalving;
import org.gan4j.study.plan.Together;
import org.gan4j.study.plan.Uniform;
import org.gan4j.study.plan.Values;

/** Lists what a study file consists of: bases, axes, measures and stopping rules. */
public final class StudyRecipes implements RecipeProvider {
  /** Creates the provider; {@link java.util.ServiceLoader} calls this. */
  public StudyRecipes() {}

  @Override
  public List<Class<? extends Recipe>> recipes() {
    return List.of(
        PresetBase.class,
        FileBase.class,
        ConfigBase.class,
        Values.class,
        LinearRange.class,
        LogRange.class,
        Uniform.class,
        LogUniform.class,
        Together.class,
        NoMeasure.class,
        CoverageMeasure.class,
        ClassifierMeasure.class,
        RunAll.class,
        SuccessiveHalving.class);
  }
}
