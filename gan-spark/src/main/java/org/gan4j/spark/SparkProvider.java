package org.gan4j.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.gan4j.study.run.ClusterProvider;
import org.gan4j.study.run.TrialWorkers;

/** Connects to Spark for {@code gan sweep --spark}. */
public final class SparkProvider implements ClusterProvider {
  /** Under spark-submit the master is an option of that command. */
  private static final String SUBMITTED = "submit";

  /** Creates the provider; {@link java.util.ServiceLoader} calls this. */
  public SparkProvider() {}

  @Override
  public TrialWorkers open(String master, List<Path> plugins) throws IOException {
    try {
      SparkSession.Builder builder =
          SparkSession.builder()
              .appName("gan sweep")
              .config("spark.log.level", "ERROR")
              .config("spark.ui.showConsoleProgress", "false")
              .config("spark.driver.maxResultSize", "0")
              .config("spark.sql.shuffle.partitions", "1")
              .config("spark.executor.defaultJavaOptions", "--enable-native-access=ALL-UNNAMED");
      if (!master.equals(SUBMITTED)) {
        builder.master(master).config("spark.ui.enabled", "false");
        builder.config("spark.jars", jars(plugins));
      }
      return new SparkWorkers(builder.getOrCreate());
    } catch (RuntimeException e) {
      throw new IOException(
          "--spark " + master + ": expected a Spark cluster, got " + e.getMessage(), e);
    }
  }

  /** Executors get what this process has beside Spark itself, and the plug-ins. */
  private static String jars(List<Path> plugins) {
    Path spark = Path.of(String.valueOf(System.getenv("SPARK_HOME"))).resolve("jars");
    Stream<Path> ours =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().normalize())
            .filter(path -> path.toString().endsWith(".jar"))
            .filter(path -> !path.startsWith(spark.toAbsolutePath().normalize()));
    return Stream.concat(ours, plugins.stream())
        .map(Path::toString)
        .collect(Collectors.joining(","));
  }
}
