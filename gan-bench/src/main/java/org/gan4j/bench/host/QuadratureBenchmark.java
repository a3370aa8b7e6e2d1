package org.gan4j.bench.host;

import java.util.concurrent.TimeUnit;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.losses.divergence.expression.Expression;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does the analytic checker take for all divergences of two densities?
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar Quadrature -p q=laplace(0,1)}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class QuadratureBenchmark {
  /** The data's distribution. */
  @Param("normal(0,1)")
  public String p;

  /** The generator's distribution. */
  @Param({"normal(1,2)", "0.5*normal(-2,1)+0.5*normal(2,0.5)"})
  public String q;

  /** Creates the benchmark; JMH calls this. */
  public QuadratureBenchmark() {}

  /** {@return the divergences} */
  @Benchmark
  public Divergences between() {
    return Expression.between(Expression.parse(p), Expression.parse(q));
  }
}
