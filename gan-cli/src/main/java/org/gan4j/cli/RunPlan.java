package org.gan4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.data.DataException;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.spec.DataSpec;
import org.gan4j.data.spec.Images;
import org.gan4j.data.spec.StackedImages;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.Presets;

/**
 * What a new run trains; its images are there.
 *
 * @param name the name of the data or the config
 * @param config the run
 */
record RunPlan(String name, GanConfig config) {
  private static final String DEFAULT_DATA = "mnist";
  private static final String FALLBACK_DATA = "ring";

  /** A config file, with the values of the given options. */
  static RunPlan ofFile(Path file, RunOptions options, PrintWriter err) throws IOException {
    GanConfig config = options.over(ConfigFile.read(file));
    fetch(config.data(), err);
    return new RunPlan(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""), config);
  }

  /** A preset; where none is named and there are no images, another one. */
  static RunPlan ofPreset(Optional<String> data, RunOptions options, PrintWriter err)
      throws IOException {
    try {
      return named(data.orElse(DEFAULT_DATA), options, err);
    } catch (DataException e) {
      if (data.isPresent()) {
        throw e;
      }
      err.println(e.getMessage());
      err.println("Training on " + FALLBACK_DATA + " instead; choose images with --data.");
      return named(FALLBACK_DATA, options, err);
    }
  }

  /** The preset with labels; there is no other to fall back to. */
  static RunPlan ofLabels(Optional<String> data, RunOptions options, PrintWriter err)
      throws IOException {
    String name = data.orElse(DEFAULT_DATA);
    String labelled = name + "-conditional";
    if (!Presets.names().contains(labelled)) {
      throw new UsageException(
          "--conditional: expected --data mnist or fashion-mnist, got "
              + name
              + "; another conditional run goes by --config");
    }
    return named(labelled, options, err);
  }

  private static RunPlan named(String name, RunOptions options, PrintWriter err)
      throws IOException {
    GanConfig config;
    try {
      config = options.overPreset(Presets.named(name));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
    fetch(config.data(), err);
    return new RunPlan(name, config);
  }

  /** Downloads the images of a data set that has some, if they are missing. */
  static void fetch(DataSpec data, PrintWriter err) throws IOException {
    ImageData images = new ImageData(DataSets.ofEnvironment(), Launch.root(), err);
    if (data instanceof Images single) {
      images.ensure(single.set());
    } else if (data instanceof StackedImages stacks) {
      images.ensure(stacks.set());
    }
  }
}
