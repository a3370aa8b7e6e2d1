package org.gan4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.gan4j.core.backend.Availability;
import org.gan4j.core.backend.BackendProvider;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.losses.GanLoss;
import org.gan4j.train.config.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gan info}. */
@Command(
    name = "info",
    description = "Shows versions, this machine, backends, data sets and losses.",
    footer = {"", "Examples:", "  gan info", "  gan info --json"})
final class InfoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    ObjectNode facts = facts();
    PrintWriter out = spec.commandLine().getOut();
    out.print(common.json ? Json.text(facts) + System.lineSeparator() : InfoTable.text(facts));
    out.flush();
    return ExitCode.DONE.code();
  }

  private static ObjectNode facts() {
    ObjectNode facts = Json.object();
    facts
        .put("version", Launch.version())
        .put("java", System.getProperty("java.version") + ", " + System.getProperty("java.vm.name"))
        .put("java_home", System.getProperty("java.home"))
        .put("os", Machine.system())
        .put("cpu", Machine.processor())
        .put("threads", Runtime.getRuntime().availableProcessors())
        .put("heap_bytes", Runtime.getRuntime().maxMemory());
    ArrayNode backends = facts.putArray("backends");
    Backends.providers().forEach(provider -> backends.add(backend(provider)));
    facts.set("data", data(DataSets.ofEnvironment()));
    ArrayNode presets = facts.putArray("presets");
    Presets.names().forEach(presets::add);
    ArrayNode losses = facts.putArray("losses");
    Recipes.load().usual(GanLoss.class).stream().map(GanLoss::name).sorted().forEach(losses::add);
    return facts;
  }

  private static JsonNode backend(BackendProvider provider) {
    Availability availability = provider.probe();
    ObjectNode json = Json.object();
    json.put("name", provider.name())
        .put("description", provider.description())
        .put("usable", availability.usable())
        .put("reason", availability.reason());
    ObjectNode details = json.putObject("details");
    Map<String, String> sorted = new TreeMap<>(availability.details());
    sorted.forEach(details::put);
    return json;
  }

  private static JsonNode data(DataSets sets) {
    ObjectNode json = Json.object();
    json.put("folder", sets.folder().toString());
    ObjectNode present = json.putObject("present");
    for (ImageSet set : ImageSet.values()) {
      present.put(set.id(), sets.has(set));
    }
    return json;
  }
}
