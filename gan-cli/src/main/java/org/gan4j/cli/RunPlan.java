package org.gan4j.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.gan4j.core.Expect;
import org.gan4j.data.DataException;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.found.DataWishes;
import org.gan4j.data.found.FoundData;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
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

  /** Presets, then the sets without one. */
  private static final Set<String> KNOWN = known();

  private static Set<String> known() {
    Set<String> names = new LinkedHashSet<>(Presets.names());
    for (ImageSet set : ImageSet.values()) {
      names.add(set.id());
    }
    return Collections.unmodifiableSet(names);
  }

  /** A config file, with the values of the given options. */
  static RunPlan ofFile(Path file, RunOptions options, PrintWriter err) throws IOException {
    GanConfig config = options.over(ConfigFile.read(file));
    fetch(config.data(), err);
    return new RunPlan(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""), config);
  }

  /** A preset, a set or a path; where none is named and there are no images, another preset. */
  static RunPlan ofData(
      Optional<String> data, DataWishes wishes, RunOptions options, PrintWriter err)
      throws IOException {
    if (data.isPresent() && isPath(data.get())) {
      return ofPath(Path.of(data.get()), wishes, options, err);
    }
    if (!wishes.equals(DataWishes.none())) {
      throw new UsageException(
          "--size, --channels, --skip-bad and --entry: expected --data with the path of a file or"
              + " folder, got "
              + data.orElse("none"));
    }
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

  /** Names of presets and sets come first; any other word may be a path. */
  private static boolean isPath(String data) {
    return !KNOWN.contains(data)
        && (data.contains("/") || data.contains(File.separator) || Files.exists(Path.of(data)));
  }

  private static RunPlan ofPath(Path path, DataWishes wishes, RunOptions options, PrintWriter err)
      throws IOException {
    FoundData found = FoundData.at(path, wishes);
    err.println("Found " + found.text() + " in " + path);
    Optional<ImageGeometry> image = found.spec().image();
    GanConfig config =
        image.isPresent()
            ? OwnDataConfig.pictures(found.spec(), image.get())
            : OwnDataConfig.points(found.spec(), found.coordinates());
    Path name = path.toAbsolutePath().normalize().getFileName();
    return new RunPlan(
        name == null ? "data" : name.toString().replaceFirst("(?<=.)\\..*$", ""),
        options.overPreset(config));
  }

  private static RunPlan named(String name, RunOptions options, PrintWriter err)
      throws IOException {
    if (!KNOWN.contains(name)) {
      throw new UsageException(
          Expect.failure(
              "data",
              "one of " + String.join(", ", KNOWN) + ", or the path of a file or folder",
              "'" + name + "'"));
    }
    GanConfig config = options.overPreset(preset(name));
    fetch(config.data(), err);
    return new RunPlan(name, config);
  }

  private static GanConfig preset(String name) throws IOException {
    if (Presets.names().contains(name)) {
      return Presets.named(name);
    }
    ImageSet set = ImageSet.ofId(name);
    return OwnDataConfig.pictures(new Images(set), set.geometry());
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
