package org.gan4j.peers;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.CommonOps_MT_FDRM;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.speed.Task;
import org.gan4j.speed.workload.GemmLayout;
import org.gan4j.speed.workload.GemmWorkload;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The libraries whose products are compared. */
public enum ProductLibrary {
  /** The {@code cpu} backend. */
  GAN4J {
    @Override
    Product open(Factors factors, int threads) {
      Backend backend = Backends.open("cpu", new BackendOptions(threads, DType.FLOAT32));
      backend.openScope();
      Task task = new GemmWorkload(factors.shape(), GemmLayout.NN).open(backend);
      return Product.of(task::run, () -> task.results().get(0), backend::close);
    }
  },
  /** ND4J with its own threads, a new result for each product. */
  ND4J {
    @Override
    Product open(Factors factors, int threads) {
      INDArray a = Nd4j.createFromArray(factors.floatsOfA()).reshape(factors.m(), factors.k());
      INDArray b = Nd4j.createFromArray(factors.floatsOfB()).reshape(factors.k(), factors.n());
      return Product.of(() -> consumed(a.mmul(b)), () -> rows(a.mmul(b)), () -> {});
    }

    private void consumed(INDArray result) {
      result.close();
    }
  },
  /** ND4J with its own threads, into one result. */
  ND4J_REUSED {
    @Override
    Product open(Factors factors, int threads) {
      INDArray a = Nd4j.createFromArray(factors.floatsOfA()).reshape(factors.m(), factors.k());
      INDArray b = Nd4j.createFromArray(factors.floatsOfB()).reshape(factors.k(), factors.n());
      INDArray c =
          Nd4j.createUninitialized(a.dataType(), new long[] {factors.m(), factors.n()}, 'f');
      return Product.of(() -> a.mmuli(b, c), () -> rows(a.mmuli(b, c)), () -> {});
    }
  },
  /** EJML, in float. */
  EJML {
    @Override
    Product open(Factors factors, int threads) {
      EjmlConcurrency.setMaxThreads(threads);
      FMatrixRMaj a = new FMatrixRMaj(factors.m(), factors.k(), true, factors.floatsOfA());
      FMatrixRMaj b = new FMatrixRMaj(factors.k(), factors.n(), true, factors.floatsOfB());
      FMatrixRMaj c = new FMatrixRMaj(factors.m(), factors.n());
      Runnable product =
          threads == 1 ? () -> CommonOps_FDRM.mult(a, b, c) : () -> CommonOps_MT_FDRM.mult(a, b, c);
      return Product.of(product, () -> Factors.doubles(c.getData()), () -> {});
    }
  },
  /** Commons Math, in double and on one thread, as it has nothing else. */
  COMMONS_MATH3 {
    @Override
    Product open(Factors factors, int threads) {
      RealMatrix a = new Array2DRowRealMatrix(factors.rowsOfA(), false);
      RealMatrix b = new Array2DRowRealMatrix(factors.rowsOfB(), false);
      return Product.of(() -> a.multiply(b), () -> Factors.flat(a.multiply(b).getData()), () -> {});
    }
  };

  /** Prepares a product; it is closed after use. */
  abstract Product open(Factors factors, int threads);

  private static double[] rows(INDArray result) {
    return Factors.flat(result.toDoubleMatrix());
  }
}
