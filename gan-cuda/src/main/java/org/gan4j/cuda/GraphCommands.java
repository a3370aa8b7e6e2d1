package org.gan4j.cuda;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects commands until the host waits for their results, and gives them to the device as one
 * CUDA graph where the same commands were collected before. Addresses repeat from step to step, so
 * a training step is recorded once and replayed: one call of the driver for all of its kernels.
 * Numbers that change, such as Adam's bias corrections, are set in the graph before each replay.
 */
final class GraphCommands implements Commands {
  private static final int MOST_GRAPHS = 16;
  private static final int MOST_WORDS = 1 << 20;
  private static final int PARAMETER_BYTES = 72;

  private record NumberedKernel(int place, long node) {}

  /** Commands that were collected before, and their graph from the second time on. */
  private static final class Recording {
    private final CommandTrace trace;
    private final Map<Integer, NumberedKernel> numbered = new LinkedHashMap<>();
    private long graph;
    private long executable;

    Recording(CommandTrace trace) {
      this.trace = trace;
    }
  }

  private final CudaDevice device;
  private final long stream;
  private final DirectCommands direct;
  private final CommandTrace trace = new CommandTrace();
  private final Map<Long, Recording> recordings = new LinkedHashMap<>(MOST_GRAPHS, 0.75f, true);
  private final Memory parameters = new Memory(PARAMETER_BYTES);

  GraphCommands(CudaDevice device, long stream, DirectCommands direct) {
    this.device = device;
    this.stream = stream;
    this.direct = direct;
    parameters.clear();
  }

  @Override
  public void kernel(KernelLaunch launch) {
    trace.kernel(launch);
    submitIfLong();
  }

  @Override
  public void upload(long to, long host, long bytes) {
    trace.upload(to, host, bytes);
    submitIfLong();
  }

  @Override
  public void copy(long to, long from, long bytes) {
    trace.copy(to, from, bytes);
    submitIfLong();
  }

  @Override
  public void product(MatrixProduct product) {
    trace.product(product);
    submitIfLong();
  }

  private void submitIfLong() {
    if (trace.size() > MOST_WORDS) {
      submit();
    }
  }

  @Override
  public void submit() {
    if (trace.size() == 0) {
      return;
    }
    device.use();
    long hash = trace.hash();
    Recording known = recordings.get(hash);
    if (known != null && known.trace.isLike(trace)) {
      replay(known);
    } else {
      forget(recordings.put(hash, new Recording(trace.copy())));
      trimRecordings();
      trace.run(direct, place -> {});
    }
    trace.clear();
  }

  private void replay(Recording recording) {
    List<Integer> changed = new ArrayList<>();
    recording.trace.takeNumbers(trace, changed::add);
    if (recording.executable == 0) {
      record(recording);
    } else {
      changed.forEach(place -> update(recording, recording.numbered.get(place)));
    }
    Driver.check(Driver.cuGraphLaunch(recording.executable, stream), "a graph to start");
  }

  private void record(Recording recording) {
    Driver.check(
        Driver.cuStreamBeginCapture_v2(stream, Driver.THREAD_LOCAL_CAPTURE), "a recording");
    recording.trace.run(
        direct, place -> recording.numbered.put(place, new NumberedKernel(place, lastNode())));
    long[] graph = new long[1];
    long[] executable = new long[1];
    Driver.check(Driver.cuStreamEndCapture(stream, graph), "the end of a recording");
    recording.graph = graph[0]; // kept, since its nodes name those of the executable one
    Driver.check(Driver.cuGraphInstantiateWithFlags(executable, graph[0], 0), "a graph");
    recording.executable = executable[0];
  }

  /** {@return the node that the stream's next command will follow: that of its last command} */
  private long lastNode() {
    int[] status = new int[1];
    long[] id = new long[1];
    long[] graph = new long[1];
    long[] nodes = new long[1];
    long[] count = new long[1];
    Driver.check(
        Driver.cuStreamGetCaptureInfo_v2(stream, status, id, graph, nodes, count),
        "the state of a recording");
    if (count[0] != 1) {
      throw new CudaException("a recording with one last node", count[0] + " of them");
    }
    return new Pointer(nodes[0]).getLong(0);
  }

  /** Writes CUDA_KERNEL_NODE_PARAMS: function, grid, block, shared bytes, arguments. */
  private void update(Recording recording, NumberedKernel kernel) {
    CommandTrace all = recording.trace;
    int at = kernel.place();
    all.arguments(direct, at);
    parameters.setLong(0, all.function(at));
    parameters.setInt(8, all.word(at + 2));
    parameters.setInt(12, all.word(at + 3));
    parameters.setInt(16, 1);
    parameters.setInt(20, all.word(at + 4));
    parameters.setInt(24, all.word(at + 5));
    parameters.setInt(28, 1);
    parameters.setLong(40, direct.arguments());
    Driver.check(
        Driver.cuGraphExecKernelNodeSetParams_v2(
            recording.executable, kernel.node(), Pointer.nativeValue(parameters)),
        "a change of a graph");
  }

  private void trimRecordings() {
    Iterator<Recording> oldest = recordings.values().iterator();
    while (recordings.size() > MOST_GRAPHS) {
      Recording dropped = oldest.next();
      oldest.remove();
      forget(dropped);
    }
  }

  private static void forget(Recording recording) {
    if (recording != null && recording.graph != 0) {
      Driver.check(Driver.cuGraphExecDestroy(recording.executable), "the end of a graph");
      Driver.check(Driver.cuGraphDestroy(recording.graph), "the end of a recording");
    }
  }

  @Override
  public void close() {
    recordings.values().forEach(GraphCommands::forget);
    recordings.clear();
    parameters.close();
    direct.close();
  }
}
