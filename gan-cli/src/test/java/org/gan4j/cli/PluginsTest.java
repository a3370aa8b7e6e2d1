package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.gan4j.core.recipe.RecipeProvider;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.GanLoss;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example projects, compiled, packed and used as plug-ins. */
class PluginsTest {
  private static final Path EXAMPLES = Path.of(System.getProperty("gan4j.root"), "gan-examples");
  private static final String LIST = "META-INF/services/" + RecipeProvider.class.getName();

  @TempDir private static Path temp;
  private static Path jar;

  @BeforeAll
  static void compile() throws IOException {
    jar = packed("my-loss");
  }

  /** Packs an example project as Maven would. */
  private static Path packed(String project) throws IOException {
    Path main = EXAMPLES.resolve(Path.of(project, "src", "main"));
    Path classes = temp.resolve(project + "-classes");
    try (Stream<Path> sources = Files.list(main.resolve("java/com/example"))) {
      compile(sources.toList(), classes);
    }
    byte[] list = Files.readAllBytes(main.resolve("resources").resolve(LIST));
    return packed(project + ".jar", classes, list);
  }

  private static void compile(List<Path> sources, Path target) throws IOException {
    Files.createDirectories(target);
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-encoding", "UTF-8", "-cp", System.getProperty("java.class.path")));
    words.addAll(List.of("-d", target.toString()));
    sources.forEach(source -> words.add(source.toString()));
    int code =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new));
    assertThat(code).isZero();
  }

  private static Path packed(String name, Path classes, byte[] list) throws IOException {
    Map<String, byte[]> entries = new HashMap<>(Map.of(LIST, list));
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.put(classes.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return packed(name, entries);
  }

  private static Path packed(String name, Map<String, byte[]> entries) throws IOException {
    Path file = temp.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream packing = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        packing.putNextEntry(new JarEntry(entry.getKey()));
        packing.write(entry.getValue());
        packing.closeEntry();
      }
    }
    return file;
  }

  private static Outcome train(Object... more) {
    Object[] fixed = {
      "train", "--data", "gaussian", "--steps", 3, "--batch", 8, "--backend", "reference"
    };
    Object[] all = new Object[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return Outcome.of(all);
  }

  @Test
  void aPluginIsMeasuredUnderAProtocol() {
    Outcome outcome =
        Outcome.of(
            "coverage",
            "--protocol",
            "veegan-2017",
            "--steps",
            2,
            "--seeds",
            2,
            "--plugins",
            jar,
            "--loss",
            "my-loss",
            "--out",
            temp.resolve("study"));
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out()).containsPattern("loss +my-loss");
  }

  @Test
  void aPluginTrainsAndItsConfigIsReadAgain() throws IOException {
    Path run = temp.resolve("run");
    Outcome outcome = train("--plugins", jar, "--loss", "my-loss", "--penalty", "r1", "--out", run);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("my-loss + r1");
    assertThat(outcome.out()).endsWith("--plugins " + jar + System.lineSeparator());
    Path config = run.resolve("config.json");
    assertThat(Files.readString(config)).contains("\"my-loss\"", "\"r1\"");
    Outcome again =
        Outcome.of("train", "--config", config, "--plugins", jar, "--out", temp.resolve("again"));
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(temp.resolve("again").resolve("metrics.csv"))
        .hasSameTextualContentAs(run.resolve("metrics.csv"));
    Outcome samples =
        Outcome.of("sample", run, "--n", 5, "--out", temp.resolve("s.csv"), "--plugins", jar);
    assertThat(samples.exit()).as(samples.err()).isZero();
  }

  @Test
  void pluginsAreListedAndThenUnloaded() {
    assertThat(Outcome.of("losses", "--plugins", jar).out()).contains("my-loss");
    assertThat(Outcome.of("losses").out()).doesNotContain("my-loss");
    assertThat(Recipes.load().usual(GanLoss.class))
        .extracting(GanLoss::name)
        .doesNotContain("my-loss");
    assertThat(train("--loss", "my-loss").err())
        .startsWith("loss: expected one of ")
        .endsWith("got 'my-loss'\n");
  }

  /** A jar with recipes of six kinds, and a config that names all six. */
  @Test
  void aJarBringsRecipesOfEveryKind() throws IOException {
    Path recipes = packed("my-recipes");
    Outcome list = Outcome.of("recipes", "--plugins", recipes, "--json");
    List<String> mine = new ArrayList<>();
    for (JsonNode recipe : list.json().path("recipes")) {
      if (recipe.path("class").asText().startsWith("com.example.")) {
        assertThat(recipe.path("source").asText()).isEqualTo(recipes.toString());
        mine.add(recipe.path("kind").asText() + " " + recipe.path("name").asText());
      }
    }
    assertThat(mine)
        .containsExactly(
            "loss exponential-loss",
            "penalty smooth-input-gradient",
            "layer residual-block",
            "optimizer sign-descent",
            "distribution two-moons",
            "data-set finite-sample");
    Path config = EXAMPLES.resolve("my-recipes").resolve("config.json");
    String text = Files.readString(config);
    mine.forEach(recipe -> assertThat(text).contains(recipe.substring(recipe.indexOf(' ') + 1)));
    Path run = temp.resolve("six");
    Object[] train = {
      "train", "--config", config, "--plugins", recipes, "--steps", 5, "--out", run, "--threads", 1
    };
    Outcome outcome = Outcome.of(train);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    Outcome samples =
        Outcome.of("sample", run, "--n", 5, "--out", temp.resolve("6.csv"), "--plugins", recipes);
    assertThat(samples.exit()).as(samples.err()).isZero();
    Outcome without = Outcome.of("train", "--config", config, "--out", temp.resolve("none"));
    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.err())
        .startsWith(config + ", line 5, data: data set: expected one of images, stacked-images,")
        .endsWith(", got 'finite-sample'; a recipe of your own needs its jar: --plugins JAR\n");
  }

  @Test
  void recipesAreListedByKind() {
    Outcome layers = Outcome.of("recipes", "layer");
    assertThat(layers.exit()).isZero();
    assertThat(layers.out().lines())
        .allMatch(line -> line.startsWith("layer "))
        .anyMatch(line -> line.matches("layer +batch-norm +org.gan4j.nn.BatchNorm +\\S+"));
    assertThat(Outcome.of("recipes", "layers").err())
        .startsWith("recipes: expected a kind, one of ")
        .endsWith(", got 'layers'\n");
  }

  @Test
  void unusableJarsAreRefused() throws IOException {
    Path missing = temp.resolve("missing.jar");
    assertThat(train("--plugins", missing))
        .isEqualTo(
            new Outcome(
                2, "", "--plugins: expected a jar, got " + missing + ", which is not a file\n"));
    Path empty = packed("empty.jar", Map.of("readme.txt", new byte[0]));
    assertThat(train("--plugins", empty))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "--plugins "
                    + empty
                    + ": expected recipes, such as a loss or a layer, got none; name their provider"
                    + " in META-INF/services/org.gan4j.core.recipe.RecipeProvider\n"));
    byte[] list = "com.example.Nowhere\n".getBytes(StandardCharsets.UTF_8);
    Outcome broken = train("--plugins", packed("broken.jar", Map.of(LIST, list)));
    assertThat(broken.exit()).isEqualTo(2);
    assertThat(broken.err()).contains("broken.jar: ", "com.example.Nowhere not found");
    byte[] ours = "org.gan4j.losses.recipe.LossRecipes\n".getBytes(StandardCharsets.UTF_8);
    assertThat(train("--plugins", packed("ours.jar", Map.of(LIST, ours))).err())
        .contains("expected recipes, such as a loss or a layer, got none");
  }

  /** A loss with the name of an existing one. */
  @Test
  void takenNamesAreRefused() throws IOException {
    Path sources = Files.createDirectories(temp.resolve("hinge"));
    Path project = EXAMPLES.resolve(Path.of("my-loss", "src", "main", "java", "com", "example"));
    for (String name : List.of("MyLoss", "MyRecipes")) {
      String code = Files.readString(project.resolve(name + ".java"));
      String renamed = name.replace("MyLoss", "Hinge") + ".java";
      Files.writeString(sources.resolve(renamed), code.replace("MyLoss", "Hinge"));
    }
    Path classes = temp.resolve("hinge-classes");
    compile(List.of(sources.resolve("Hinge.java"), sources.resolve("MyRecipes.java")), classes);
    byte[] list = "com.example.MyRecipes\n".getBytes(StandardCharsets.UTF_8);
    Path taken = packed("hinge.jar", classes, list);
    Outcome outcome = train("--plugins", taken, "--loss", "hinge");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith(
            "--plugins "
                + taken
                + ": recipes: expected unique names, got two recipes with the same name: loss 'hinge'"
                + " (org.gan4j.losses.Hinge in ")
        .endsWith(" and loss 'hinge' (com.example.Hinge in " + taken + "); rename one of them\n");
  }
}
