package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.gan4j.core.backend.Availability;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.BackendProvider;
import org.gan4j.core.backend.BackendUnavailableException;
import org.gan4j.core.backend.Backends;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class Nd4jProviderTest {
  @Test
  void theProbeSaysWhatItRunsOn() {
    Availability availability = new Nd4jProvider().probe();
    assertThat(availability.reason()).isEqualTo("ND4J 1.0.0-M2.1 on the CPU, OPENBLAS");
    assertThat(availability.usable()).isTrue();
    assertThat(availability.details())
        .isEqualTo(Map.of("nd4j", "1.0.0-M2.1", "device", "cpu", "blas", "OPENBLAS"));
  }

  @Test
  void blasKeepsOneThreadInBothOrders() {
    try (Backend cpu = Backends.open("cpu");
        Backend nd4j = Backends.open("nd4j");
        Backend again = Backends.open("cpu")) {
      assertThat(Nd4j.factory().blas().getMaxThreads()).isEqualTo(1);
      assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(1);
      assertThat(cpu.threads()).isEqualTo(again.threads()).isEqualTo(nd4j.threads());
    }
  }

  /** Loads our classes as they are, and none of ND4J's. */
  private static final class WithoutNd4j extends ClassLoader {
    private final LinkageError broken;

    /** ND4J is not there if no error is given, and otherwise fails with it. */
    WithoutNd4j(LinkageError broken) {
      super(Nd4jProvider.class.getClassLoader());
      this.broken = broken;
    }

    BackendProvider provider() throws ReflectiveOperationException {
      Class<?> type = loadClass(Nd4jProvider.class.getName());
      assertThat(type).isNotSameAs(Nd4jProvider.class);
      return (BackendProvider) type.getConstructor().newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.nd4j.")) {
        if (broken != null) {
          throw broken;
        }
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("org.gan4j.nd4j.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void withoutNd4jTheProviderLoadsAndSaysWhatToAdd() throws ReflectiveOperationException {
    BackendProvider provider = new WithoutNd4j(null).provider();
    assertThat(provider.name()).isEqualTo("nd4j");
    assertThat(provider.probe())
        .isEqualTo(
            Availability.unusable(
                "ND4J is not on the class path; add org.nd4j:nd4j-native-platform"));
    assertThatThrownBy(() -> provider.open(BackendOptions.defaults()))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessageStartingWith("backend 'nd4j': ND4J is not on the class path");
  }

  /** What Java throws when a class's start-up fails, at first and from the second time on. */
  @Test
  void nd4jThatDoesNotStartIsNotSaidToBeMissing() throws ReflectiveOperationException {
    UnsatisfiedLinkError reason = new UnsatisfiedLinkError("no jnind4jcpu in java.library.path");
    LinkageError first = new ExceptionInInitializerError(reason);
    LinkageError second = new NoClassDefFoundError("Could not initialize class org.nd4j.Nd4j");
    second.initCause(first);
    for (LinkageError error : List.of(first, second)) {
      assertThat(new WithoutNd4j(error).provider().probe())
          .isEqualTo(
              Availability.unusable(
                  "ND4J did not start (java.lang.UnsatisfiedLinkError: no jnind4jcpu in"
                      + " java.library.path)"));
    }
  }

  @Test
  void aCudaBuildNeedsADeviceThatItHasCodeFor() {
    assertThat(CudaDevices.verdict("M", "H100", 9, 0).reason())
        .isEqualTo("ND4J M has code for 3.7 to 8.9 only, but found H100 of compute capability 9.0");
    assertThat(CudaDevices.verdict("M", "H100", 9, 0).usable()).isFalse();
    assertThat(CudaDevices.verdict("M", "K40", 3, 5).usable()).isFalse();
    assertThat(CudaDevices.verdict("M", "K80", 3, 7).usable()).isTrue();
    assertThat(CudaDevices.verdict("M", "A10", 8, 6).usable()).isTrue();
  }
}
