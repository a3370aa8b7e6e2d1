package org.gan4j.data.recipe;

import java.util.List;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeProvider;
import org.gan4j.data.distribution.Gaussian;
import org.gan4j.data.distribution.GaussianMixture;
import org.gan4j.data.distribution.Grid;
import org.gan4j.data.distribution.Ring;
import org.gan4j.data.distribution.Spiral;
import org.gan4j.data.spec.CifarFiles;
import org.gan4j.data.spec.IdxFiles;
import org.gan4j.data.spec.ImageFolder;
import org.gan4j.data.spec.Images;
import org.gan4j.data.spec.PointFile;
import org.gan4j.data.spec.Points;
import org.gan4j.data.spec.StackedImages;

/** Lists the distributions and data sets of this module. */
public final class DataRecipes implements RecipeProvider {
  /** Creates the provider; {@link java.util.ServiceLoader} calls this. */
  public DataRecipes() {}

  @Override
  public List<Class<? extends Recipe>> recipes() {
    return List.of(
        Gaussian.class,
        GaussianMixture.class,
        Ring.class,
        Grid.class,
        Spiral.class,
        Images.class,
        StackedImages.class,
        Points.class,
        IdxFiles.class,
        CifarFiles.class,
        ImageFolder.class,
        PointFile.class);
  }
}
