package org.gan4j.core.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipesTest {
  /** A kind of recipe. */
  @RecipeKind("tool")
  public interface Tool extends Recipe {}

  /** Another kind. */
  @RecipeKind("material")
  public interface Material extends Recipe {}

  /** With usual settings. */
  public record ClawHammer(double weight) implements Tool {
    /** The usual hammer. */
    public ClawHammer() {
      this(0.5);
    }
  }

  /** Without. */
  @RecipeName("saw")
  public record FretSawV2(int teeth) implements Tool {}

  /** With a name that a tool has too. */
  @RecipeName("saw")
  public record SawDust() implements Material {}

  /** With a name that is taken. */
  @RecipeName("claw-hammer")
  public record Other() implements Tool {}

  /** Of two kinds. */
  public record Both() implements Tool, Material {}

  /** Of none. */
  public record Neither() implements Recipe {}

  /** No record. */
  public static final class NoRecord implements Tool {}

  /** Whose usual settings are out of its range. */
  public record Broken(int value) implements Tool {
    /** Throws. */
    public Broken() {
      this(0);
    }

    /** Throws. */
    public Broken {
      throw new IllegalArgumentException("broken: expected more than 0, got " + value);
    }
  }

  private static Recipes of(Class<?>... types) {
    List<Class<? extends Recipe>> recipes =
        Arrays.stream(types)
            .<Class<? extends Recipe>>map(type -> type.asSubclass(Recipe.class))
            .toList();
    return Recipes.of(List.of(() -> recipes));
  }

  @Test
  void namesAreClassNamesInKebabCaseOrGiven() {
    assertThat(of(ClawHammer.class, FretSawV2.class, SawDust.class).all())
        .extracting(RegisteredRecipe::name)
        .containsExactly("claw-hammer", "saw", "saw");
    assertThat(new ClawHammer().name()).isEqualTo("claw-hammer");
    assertThat(new FretSawV2(3).name()).isEqualTo("saw");
    assertThat(new Tool() {}.name()).isEqualTo("tool");
  }

  @Test
  void recipesAreFoundByKindAndName() {
    Recipes recipes = of(ClawHammer.class, FretSawV2.class, SawDust.class);
    assertThat(recipes.usual(Tool.class, "claw-hammer")).isEqualTo(new ClawHammer(0.5));
    assertThat(recipes.usual(Material.class, "saw")).isEqualTo(new SawDust());
    assertThat(recipes.usual(Tool.class)).containsExactly(new ClawHammer());
    assertThat(recipes.of(Tool.class)).hasSize(2);
    RegisteredRecipe hammer = recipes.all().get(0);
    assertThat(hammer.kindName()).isEqualTo("tool");
    assertThat(hammer.source().orElseThrow()).exists();
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnownOnes() {
    Recipes recipes = of(ClawHammer.class, FretSawV2.class);
    assertThatThrownBy(() -> recipes.usual(Tool.class, "axe"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tool: expected one of claw-hammer, saw, got 'axe'");
    assertThatThrownBy(() -> recipes.usual(Tool.class, "saw"))
        .hasMessage(
            "tool 'saw': expected a recipe with usual settings, got one that needs settings; give"
                + " them in a config");
  }

  @Test
  void aNameGivenTwiceNamesBoth() {
    assertThatThrownBy(() -> of(ClawHammer.class, Other.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "recipes: expected unique names, got two recipes with the same name: tool 'claw-hammer'"
                + " (org.gan4j.core.recipe.RecipesTest$ClawHammer in ")
        .hasMessageContaining(" and tool 'claw-hammer' (org.gan4j.core.recipe.RecipesTest$Other in")
        .hasMessageEndingWith("; rename one of them");
  }

  @Test
  void whatIsNoRecipeIsRefused() {
    assertThatThrownBy(() -> of(Both.class))
        .hasMessage(
            "recipes: expected a record of one kind, such as a loss or a layer, got "
                + Both.class.getName()
                + " of 2; implement one of the interfaces marked with @RecipeKind");
    assertThatThrownBy(() -> of(Neither.class)).hasMessageContaining("of none");
    assertThatThrownBy(() -> of(NoRecord.class))
        .hasMessage(
            "recipes: expected a record, got "
                + NoRecord.class.getName()
                + "; make it a record, since configs hold only records");
    assertThatThrownBy(() -> of(Broken.class).usual(Tool.class, "broken"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken: expected more than 0, got 0");
  }
}
