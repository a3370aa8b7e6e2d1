package org.gan4j.speed.workload;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.backend.Window;
import org.gan4j.speed.Cost;

/**
 * Counts the work of everything that is computed on a backend: the operations of products and
 * convolutions, and the bytes of every operand and result. Passes over memory add bytes only, as
 * their arithmetic is far below that of the products.
 */
final class CountingBackend implements InvocationHandler {
  private final Backend backend;
  private double flop;
  private double bytes;

  private CountingBackend(Backend backend) {
    this.backend = backend;
  }

  static CountingBackend of(Backend backend) {
    return new CountingBackend(backend);
  }

  /** {@return the same backend, counting} */
  Backend counted() {
    return (Backend)
        Proxy.newProxyInstance(
            Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, this);
  }

  /** {@return the work since this object was created} */
  Cost cost() {
    return new Cost(flop, bytes);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
    Object result;
    try {
      result = method.invoke(backend, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (args != null) {
      flop += flop(method.getName(), args, result);
      bytes += bytes(method.getName(), args, result);
    }
    return result;
  }

  private static double flop(String operation, Object[] args, Object result) {
    return switch (operation) {
      case "gemm" -> {
        Shape a = ((Tensor) args[0]).shape();
        yield 2.0 * size(result) * a.dim((boolean) args[1] ? 0 : 1);
      }
      case "dense" -> 2.0 * size(result) * ((Tensor) args[0]).shape().columns();
      case "conv2d" -> {
        Window window = (Window) args[3];
        yield 2.0 * size(result) * window.area() * channels(args[0]);
      }
      case "convTranspose2d" -> {
        Window window = (Window) args[3];
        yield 2.0 * size(args[0]) * window.area() * channels(result);
      }
      case "conv2dWeights" -> {
        Window window = (Window) args[2];
        yield 2.0 * size(args[1]) * window.area() * channels(args[0]);
      }
      default -> 0;
    };
  }

  private static long size(Object tensor) {
    return ((Tensor) tensor).shape().size();
  }

  private static int channels(Object maps) {
    Shape shape = ((Tensor) maps).shape();
    return shape.dim(shape.rank() - 1);
  }

  private static double bytes(String operation, Object[] args, Object result) {
    if (operation.equals("sliceRows")) {
      return 0; // a view
    }
    double bytes = bytes(result);
    for (Object arg : args) {
      bytes += bytes(arg);
    }
    return bytes;
  }

  /** A state is read and written. */
  private static double bytes(Object value) {
    if (value instanceof Tensor tensor) {
      return (double) tensor.shape().size() * tensor.dtype().bytes();
    }
    if (value instanceof State state) {
      return 2.0 * state.shape().size() * state.dtype().bytes();
    }
    return value instanceof List<?> list
        ? list.stream().mapToDouble(CountingBackend::bytes).sum()
        : 0;
  }
}
