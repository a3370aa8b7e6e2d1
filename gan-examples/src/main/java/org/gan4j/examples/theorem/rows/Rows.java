package org.gan4j.examples.theorem.rows;

import java.util.List;
import org.gan4j.examples.theorem.Row;
import org.gan4j.examples.theorem.Theorem;
import org.gan4j.examples.theorem.rows.analytic.CrossEntropy;
import org.gan4j.examples.theorem.rows.analytic.DescendedDivergence;
import org.gan4j.examples.theorem.rows.analytic.FunctionalDescent;
import org.gan4j.examples.theorem.rows.analytic.GoldenValues;
import org.gan4j.examples.theorem.rows.analytic.ImplicitModel;
import org.gan4j.examples.theorem.rows.analytic.InteriorDerivative;
import org.gan4j.examples.theorem.rows.analytic.JensenShannon;
import org.gan4j.examples.theorem.rows.analytic.LatentExpectation;
import org.gan4j.examples.theorem.rows.analytic.LowerBound;
import org.gan4j.examples.theorem.rows.analytic.MaximumLikelihood;
import org.gan4j.examples.theorem.rows.analytic.NoDensity;
import org.gan4j.examples.theorem.rows.analytic.OptimalValue;
import org.gan4j.examples.theorem.rows.analytic.PointwiseMaximum;
import org.gan4j.examples.theorem.rows.analytic.SampleMeans;
import org.gan4j.examples.theorem.rows.analytic.SeparateSupports;
import org.gan4j.examples.theorem.rows.analytic.StationaryPoint;
import org.gan4j.examples.theorem.rows.analytic.ValueAscent;
import org.gan4j.examples.theorem.rows.dynamics.OneStepMap;
import org.gan4j.examples.theorem.rows.dynamics.Orbits;
import org.gan4j.examples.theorem.rows.trained.DisjointSupports;
import org.gan4j.examples.theorem.rows.trained.FalseOptima;
import org.gan4j.examples.theorem.rows.trained.GanFit;
import org.gan4j.examples.theorem.rows.trained.GeneratorDescent;
import org.gan4j.examples.theorem.rows.trained.TrainedDiscriminator;
import org.gan4j.examples.theorem.rows.trained.TrainedGenerator;
import org.gan4j.examples.theorem.rows.trained.TwoPlayerGame;

/** Every row of the theorem, in the order of the report. A new row is a line here. */
public final class Rows {
  private Rows() {}

  /** {@return the whole theorem} */
  public static Theorem theorem() {
    return Theorem.of(all());
  }

  private static List<Row> all() {
    return List.of(
        new ImplicitModel(),
        new SampleMeans(),
        new LatentExpectation(),
        new ValueAscent(),
        new CrossEntropy(),
        new TwoPlayerGame(),
        new MaximumLikelihood(),
        new GanFit(),
        new PointwiseMaximum(),
        new InteriorDerivative(),
        new StationaryPoint(),
        new TrainedDiscriminator(),
        new OptimalValue(),
        new NoDensity(),
        new JensenShannon(),
        new LowerBound(),
        TrainedGenerator.affine(),
        TrainedGenerator.monotone(),
        new FalseOptima(),
        new DescendedDivergence(),
        new GeneratorDescent(),
        new GoldenValues(),
        new SeparateSupports(),
        new DisjointSupports(),
        new FunctionalDescent(),
        new OneStepMap(),
        new Orbits());
  }
}
