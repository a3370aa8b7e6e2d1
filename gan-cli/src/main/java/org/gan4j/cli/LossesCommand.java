package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.Definition;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.Range;
import org.gan4j.losses.theory.Theory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gan losses}. */
@Command(
    name = "losses",
    description = {
      "Lists the losses and penalties with formula, divergence and source.",
      "D is the logit of a sample, p the real and q the generated density, sp softplus."
    },
    footer = {"", "Examples:", "  gan losses", "  gan losses --plugins my-loss.jar --json"})
final class LossesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private PluginOptions plugins;

  @Override
  public Integer call() throws IOException {
    return plugins.during(this::list);
  }

  private int list() {
    ObjectNode list = Json.object();
    ArrayNode losses = list.putArray("losses");
    Recipes.load().usual(GanLoss.class).forEach(loss -> losses.add(loss(loss)));
    ArrayNode penalties = list.putArray("penalties");
    Recipes.load().usual(CriticPenalty.class).forEach(penalty -> penalties.add(penalty(penalty)));
    PrintWriter out = spec.commandLine().getOut();
    out.print(common.json ? Json.text(list) + System.lineSeparator() : LossTable.text(list));
    out.flush();
    return ExitCode.DONE.code();
  }

  private static ObjectNode described(String name, Class<?> type) {
    ObjectNode json = Json.object().put("name", name).put("class", type.getName());
    Definition definition = type.getAnnotation(Definition.class);
    if (definition != null) {
      json.put("formula", definition.formula()).put("source", definition.source());
    }
    return json;
  }

  private static ObjectNode penalty(CriticPenalty penalty) {
    return described(penalty.name(), penalty.getClass());
  }

  private static ObjectNode loss(GanLoss loss) {
    ObjectNode json = described(loss.name(), loss.getClass());
    loss.theory().ifPresent(theory -> json.set("theory", theory(theory)));
    return json;
  }

  private static ObjectNode theory(Theory theory) {
    ObjectNode json = Json.object();
    json.put("optimal_critic", theory.kind().name().toLowerCase(Locale.ROOT));
    theory.value().map(Divergence::name).ifPresent(name -> json.put("value", name));
    theory
        .frozenCriticGradient()
        .map(Divergence::name)
        .ifPresent(name -> json.put("frozen_critic_gradient", name));
    theory
        .equilibriumDiscriminator()
        .ifPresent(value -> json.put("equilibrium_discriminator", value));
    theory
        .equilibriumGenerator()
        .filter(range -> !range.equals(Range.LINE))
        .ifPresent(range -> put(json, range));
    theory
        .zeroSumWithin()
        .ifPresent(range -> json.putArray("zero_sum_within").add(range.low()).add(range.high()));
    return json;
  }

  /** A number, or the two ends of a range. */
  private static void put(ObjectNode json, Range range) {
    if (range.single()) {
      json.put("equilibrium_generator", range.low());
    } else {
      json.putArray("equilibrium_generator").add(range.low()).add(range.high());
    }
  }
}
