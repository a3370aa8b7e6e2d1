package org.gan4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.core.DType;

/**
 * CUDA's libraries for a machine without a GPU: g++ compiles the kernels as C++, together with the
 * functions of the driver, NVRTC and cuBLAS that the backend calls, into one library under all
 * three names. The backend itself is the one that users run.
 */
final class CudaOnCpu {
  private static final Path FOLDER = Path.of("target", "cuda-on-cpu").toAbsolutePath();
  private static final List<String> NAMES =
      List.of("libcuda.so.1", "libnvrtc.so.13", "libcublas.so.13");
  private static final Pattern KERNEL = Pattern.compile("KERNEL void (\\w+)\\(");

  private static LibraryFolders folders;

  private CudaOnCpu() {}

  /** {@return a program of this name on the path} */
  static Optional<Path> program(String name) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path program = Path.of(folder, name);
      if (Files.isExecutable(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }

  /** Makes the {@code cuda} backend of this process run on the CPU; skips the test without g++. */
  static synchronized LibraryFolders use() {
    assumeTrue(program("g++").isPresent(), "there is no g++ here to compile the kernels as C++");
    if (folders == null) {
      build();
      System.setProperty(LibraryFolders.SETTING, FOLDER.toString());
      folders = LibraryFolders.ofEnvironment();
    }
    return folders;
  }

  private static void build() {
    try {
      Files.createDirectories(FOLDER);
      Path header = unpack("kernels_on_cpu.h");
      List<Path> sources = new ArrayList<>(List.of(unpack("cuda_on_cpu.cpp")));
      for (DType dtype : DType.values()) {
        sources.add(kernels(dtype));
      }
      Path library = FOLDER.resolve(NAMES.get(0));
      if (isOlder(library, header, sources)) {
        compile(sources, library);
      }
      for (String name : NAMES.subList(1, NAMES.size())) {
        Files.deleteIfExists(FOLDER.resolve(name));
        Files.createSymbolicLink(FOLDER.resolve(name), library);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unpack(String name) throws IOException {
    try (InputStream in = CudaOnCpu.class.getResourceAsStream(name)) {
      return write(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The source that the backend gives to NVRTC, and a line for each kernel that makes it known. */
  private static Path kernels(DType dtype) throws IOException {
    String source = KernelSource.of(dtype);
    String real = dtype == DType.FLOAT32 ? "float" : "double";
    StringBuilder text = new StringBuilder("#include \"kernels_on_cpu.h\"\nnamespace {\n");
    text.append(source);
    Matcher kernel = KERNEL.matcher(source);
    while (kernel.find()) {
      String name = kernel.group(1);
      text.append(
          String.format("bool has_%s = add_kernel(\"%s\", \"%s\", %s);%n", name, real, name, name));
    }
    return write("kernels_" + real + ".cpp", text.append("}\n").toString());
  }

  /** Writes a file only where it changes, so that what was compiled from it stays newer. */
  private static Path write(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
    return file;
  }

  private static boolean isOlder(Path library, Path header, List<Path> sources) throws IOException {
    if (!Files.exists(library)) {
      return true;
    }
    List<Path> all = new ArrayList<>(sources);
    all.add(header);
    for (Path source : all) {
      if (Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(library)) > 0) {
        return true;
      }
    }
    return false;
  }

  private static void compile(List<Path> sources, Path library) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("g++", "-std=c++17", "-O2", "-fPIC", "-shared", "-Wall", "-Wextra", "-Werror"));
    command.addAll(List.of("-Wl,-Bsymbolic", "-U_FORTIFY_SOURCE"));
    sources.forEach(source -> command.add(source.toString()));
    Path part = FOLDER.resolve("part.so");
    command.addAll(List.of("-o", part.toString()));
    run(command);
    Files.move(part, library, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** Runs a compiler, which must succeed without a word. */
  static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as("%s%n%s", String.join(" ", command), said).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(said).as("warnings").isEmpty();
  }

  /** Lets the next call of a function fail, after some that succeed. */
  static void fail(String function, int status, int after) {
    NativeLibrary library = NativeLibrary.getInstance(FOLDER.resolve(NAMES.get(0)).toString());
    library.getFunction("shim_fail").invokeVoid(new Object[] {function, status, after});
  }

  /** Changes a number that the libraries report: {@code devices}, {@code driver} and so on. */
  static void set(String what, int value) {
    NativeLibrary library = NativeLibrary.getInstance(FOLDER.resolve(NAMES.get(0)).toString());
    library.getFunction("shim_" + what).invokeVoid(new Object[] {value});
  }
}
