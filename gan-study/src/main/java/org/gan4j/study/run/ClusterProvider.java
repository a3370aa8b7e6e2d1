package org.gan4j.study.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Workers on a cluster's engine, from a jar that is on the class path only where they are asked
 * for. Found by {@link java.util.ServiceLoader}.
 */
public interface ClusterProvider {
  /**
   * Connects to a cluster.
   *
   * @param master where it is, in the engine's own words
   * @param plugins jars with recipes of the study
   * @return its workers, to be closed
   * @throws IOException if there is no connection
   */
  TrialWorkers open(String master, List<Path> plugins) throws IOException;
}
