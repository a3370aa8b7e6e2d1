package org.gan4j.theory.rows;

import java.util.List;
import org.gan4j.theory.Row;
import org.gan4j.theory.Theorem;
import org.gan4j.theory.rows.analytic.CrossEntropy;
import org.gan4j.theory.rows.analytic.DescendedDivergence;
import org.gan4j.theory.rows.analytic.FunctionalDescent;
import org.gan4j.theory.rows.analytic.GoldenValues;
import org.gan4j.theory.rows.analytic.ImplicitModel;
import org.gan4j.theory.rows.analytic.InteriorDerivative;
import org.gan4j.theory.rows.analytic.JensenShannon;
import org.gan4j.theory.rows.analytic.LatentExpectation;
import org.gan4j.theory.rows.analytic.LowerBound;
import org.gan4j.theory.rows.analytic.MaximumLikelihood;
import org.gan4j.theory.rows.analytic.NoDensity;
import org.gan4j.theory.rows.analytic.OptimalValue;
import org.gan4j.theory.rows.analytic.PointwiseMaximum;
import org.gan4j.theory.rows.analytic.SampleMeans;
import org.gan4j.theory.rows.analytic.SeparateSupports;
import org.gan4j.theory.rows.analytic.StationaryPoint;
import org.gan4j.theory.rows.analytic.ValueAscent;
import org.gan4j.theory.rows.dynamics.OneStepMap;
import org.gan4j.theory.rows.dynamics.Orbits;
import org.gan4j.theory.rows.trained.DisjointSupports;
import org.gan4j.theory.rows.trained.FalseOptima;
import org.gan4j.theory.rows.trained.GanFit;
import org.gan4j.theory.rows.trained.GeneratorDescent;
import org.gan4j.theory.rows.trained.TrainedDiscriminator;
import org.gan4j.theory.rows.trained.TrainedGenerator;
import org.gan4j.theory.rows.trained.TwoPlayerGame;

/** All rows of the theorem, in the order of the report. Add new rows here. */
public final class TheoremRows {
  private TheoremRows() {}

  /** {@return the theorem with all its rows} */
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
