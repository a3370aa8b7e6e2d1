package org.gan4j.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dependencies between modules and packages, of every main class on the class path. */
class ArchitectureTest {
  private static final String ROOT = "org.gan4j.";

  /** What each module may use of the others. */
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          entry("core", List.of()),
          entry("nd4j", List.of("core")),
          entry("cuda", List.of("core")),
          entry("nn", List.of("core")),
          entry("losses", List.of("core")),
          entry("data", List.of("core")),
          entry("io", List.of("core")),
          entry("testkit", List.of("core", "nn", "losses", "data")),
          entry("metrics", List.of("core", "nn", "data", "io")),
          entry("export", List.of("core", "nn", "io")),
          entry("train", List.of("core", "nn", "losses", "data", "io")),
          entry("study", List.of("core", "nn", "losses", "data", "io", "metrics", "train")),
          entry(
              "spark", List.of("core", "nn", "losses", "data", "io", "metrics", "train", "study")),
          entry("theory", List.of("core", "nn", "losses", "data", "io", "train")),
          entry("speed", List.of("core", "nn", "losses", "data", "io", "train")),
          entry("bench", List.of("core", "nn", "losses", "data", "io", "train", "speed")),
          entry(
              "cli",
              List.of(
                  "core", "nn", "losses", "data", "io", "metrics", "train", "study", "theory",
                  "speed", "export")),
          entry("examples", List.of("core", "nn", "losses", "data", "io", "train")));

  private static JavaClasses classes;

  @BeforeAll
  static void importAll() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.gan4j");
  }

  @Test
  void everyModuleIsChecked() {
    assertThat(classes.stream().map(type -> module(type.getPackageName())).distinct())
        .containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
  }

  @Test
  void modulesUseOnlyThoseBelow() {
    for (Map.Entry<String, List<String>> arrow : ARROWS.entrySet()) {
      String[] others =
          ARROWS.keySet().stream()
              .filter(other -> !other.equals(arrow.getKey()) && !arrow.getValue().contains(other))
              .map(other -> ROOT + other + "..")
              .toArray(String[]::new);
      if (others.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(ROOT + arrow.getKey() + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others)
            .check(classes);
      }
    }
  }

  @Test
  void nd4jStaysInItsBackend() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "nd4j..", ROOT + "bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.nd4j..")
        .check(classes);
  }

  @Test
  void openBlasStaysInTheCpuBackend() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "core.backend.cpu..", ROOT + "nd4j..", ROOT + "bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco..")
        .check(classes);
  }

  /** The cuda backend calls NVIDIA's libraries itself, so it works with all of their versions. */
  @Test
  void nothingBindsCudaByJavaCpp() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco.cuda..")
        .check(classes);
  }

  @Test
  void librariesDoNotPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "bench..", ROOT + "cli..", ROOT + "examples..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(classes);
  }

  @Test
  void nothingDeserializesJavaObjects() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .check(classes);
  }

  /** A reader who meets a name needs no package to know the class. */
  @Test
  void topLevelClassesDoNotShareSimpleNames() {
    Map<String, List<String>> byName =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(
                groupingBy(
                    JavaClass::getSimpleName, TreeMap::new, mapping(JavaClass::getName, toList())));
    byName.remove("package-info");
    byName.values().removeIf(names -> names.size() == 1);
    assertThat(byName).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(classes);
  }

  private static String module(String packageName) {
    return packageName.substring(ROOT.length()).replaceAll("\\..*", "");
  }
}
