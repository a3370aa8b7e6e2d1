package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gan4j.nn.export.Graph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan export}. */
@Command(
    name = "export",
    description = {
      "Writes a trained generator for PyTorch or ONNX Runtime.",
      "It computes what gan sample does: running statistics, spectral norm applied."
    },
    footer = {
      "",
      "Examples:",
      "  gan export runs/mnist-1 --to generator.onnx",
      "  gan export runs/mnist-1 --to generator.safetensors",
      "  gan export runs/ring-1 --which best --to ring.onnx"
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private PluginOptions plugins;
  @Mixin private TrainedRun trained;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = {
        "An existing file is replaced. The end of its name says the format:",
        "  .onnx         an ONNX model: latent [n, latent], and label [n] of conditional runs, to"
            + " samples, images as [n, channels, height, width]",
        "  .safetensors  the parameters with the names, shapes and order of PyTorch's modules,"
            + " which are printed and in the file's metadata"
      })
  private Path to;

  @Option(
      names = "--which",
      paramLabel = "NAME",
      description = {
        "The parameters to export:",
        "  averaged  those of the moving average (EMA)",
        "  last      those of the last update",
        "  best      of the best checkpoint, where the run measures which that is",
        "Default: averaged where the run has an average, as gan sample uses, else last."
      })
  private String which;

  @Override
  public Integer call() throws IOException {
    return plugins.during(this::export);
  }

  private int export() throws IOException {
    ExportFile file = ExportFile.of(to);
    TrainedRun.Generator generator =
        which == null ? trained.load() : trained.load(WhichGenerator.ofId(which));
    Graph graph = file.write(generator);
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println(common.json ? Json.text(json(generator, graph)) : text(generator, file, graph));
    stdout.flush();
    return ExitCode.DONE.code();
  }

  private String text(TrainedRun.Generator generator, ExportFile file, Graph graph) {
    String what =
        "Generator of step " + generator.steps() + ", " + generator.parameters() + ", in " + to;
    return file.onnx() ? what : what + ", for" + System.lineSeparator() + graph.modules();
  }

  private ObjectNode json(TrainedRun.Generator generator, Graph graph) {
    ObjectNode json = Json.object();
    json.put("to", to.toString());
    generator.addTo(json);
    return json.put("modules", graph.modules());
  }
}
