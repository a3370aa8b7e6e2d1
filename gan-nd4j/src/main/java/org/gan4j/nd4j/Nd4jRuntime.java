package org.gan4j.nd4j;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.gan4j.core.backend.Availability;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's process-wide settings, in one place.
 *
 * <p>Two pools of native threads would compete, so OpenBLAS gets one thread, as the {@code cpu}
 * backend also requires, in whichever order the two are opened, and OpenMP gets the number of
 * threads that the backend was opened with. Waiting OpenMP threads sleep instead of spinning.
 */
final class Nd4jRuntime {
  private static final String PROPERTIES = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";
  private static final int DEFAULT_THREADS = -1;
  private static boolean loaded;
  private static volatile int threads = DEFAULT_THREADS;

  private Nd4jRuntime() {}

  /**
   * {@return what ND4J runs on}
   *
   * @throws LinkageError if a class or a native library is missing
   */
  static synchronized Availability probe() {
    load();
    boolean cpu = Nd4j.getEnvironment().isCPU();
    if (!cpu) {
      return CudaDevices.probe(version());
    }
    String blas = String.valueOf(Nd4j.factory().blas().getBlasVendor());
    return Availability.usable(
        "ND4J " + version() + " on the CPU, " + blas,
        Map.of("nd4j", version(), "device", "cpu", "blas", blas));
  }

  private static void load() {
    if (!loaded) {
      sleepWhileWaiting();
      Nd4j.getExecutioner();
      loaded = true;
    }
    Nd4j.factory().blas().setMaxThreads(1);
  }

  /** Takes effect because libgomp reads the variable when ND4J's natives load it. */
  private static void sleepWhileWaiting() {
    if (Platform.isLinux()) {
      Function setenv = NativeLibrary.getProcess().getFunction("setenv");
      setenv.invokeInt(new Object[] {"OMP_WAIT_POLICY", "PASSIVE", 0});
    }
  }

  /**
   * Sets how many OpenMP threads the next operations of the process use, unless it is set already.
   * If two backends on two threads use different numbers, an operation of one may run with the
   * number of the other.
   */
  static void use(int wanted) {
    if (threads != wanted) {
      setThreads(wanted);
    }
  }

  private static synchronized void setThreads(int wanted) {
    Nd4j.getEnvironment().setMaxMasterThreads(wanted);
    threads = wanted;
  }

  /** Read from the Maven properties of ND4J, since its manifest has no version. */
  private static String version() {
    try (InputStream in = Nd4j.class.getResourceAsStream(PROPERTIES)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "of unknown version");
    } catch (IOException e) {
      return "of unknown version";
    }
  }
}
