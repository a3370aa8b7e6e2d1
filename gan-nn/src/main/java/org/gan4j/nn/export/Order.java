package org.gan4j.nn.export;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where a graph has which feature of a vector. Maps are channels last in GAN4J and channels first
 * in a graph, so a vector that becomes maps, or was maps, has its features elsewhere in the graph.
 * The order of what a dense layer computes is open until it is joined with another: the rows of the
 * weights then follow.
 */
public final class Order {
  private final int size;
  private int[] positions;
  private Order joined;

  private Order(int size, int[] positions) {
    this.size = size;
    this.positions = positions;
  }

  /**
   * Returns the order of GAN4J.
   *
   * @param size the number of features
   * @return a fixed order
   */
  public static Order plain(int size) {
    return new Order(size, IntStream.range(0, size).toArray());
  }

  /**
   * Returns an order that is not fixed yet.
   *
   * @param size the number of features
   * @return an order that takes on that of the first fixed one it is joined with
   */
  public static Order open(int size) {
    return new Order(size, null);
  }

  /**
   * Returns the order of flattened maps.
   *
   * @param height the maps' height
   * @param width the maps' width
   * @param channels the number of maps
   * @return a fixed order: channel by channel, and row by row in each
   */
  public static Order channelsFirst(int height, int width, int channels) {
    int[] positions = new int[height * width * channels];
    int area = height * width;
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i % area * channels + i / area;
    }
    return new Order(positions.length, positions);
  }

  /**
   * Makes two orders one, if they are not both fixed.
   *
   * @param other an order of as many features
   * @return whether both are the same now
   */
  public boolean join(Order other) {
    Order a = root();
    Order b = other.root();
    if (a == b) {
      return true;
    }
    if (a.positions == null) {
      a.joined = b;
      return true;
    }
    if (b.positions == null) {
      b.joined = a;
      return true;
    }
    return Arrays.equals(a.positions, b.positions);
  }

  /** Returns this order, fixed from now on, with plain features behind it. */
  Order followedBy(int more) {
    int[] before = positions();
    int[] all = Arrays.copyOf(before, size + more);
    for (int i = size; i < all.length; i++) {
      all[i] = i;
    }
    return new Order(all.length, all);
  }

  /** Returns the number of features. */
  int size() {
    return size;
  }

  /** Returns GAN4J's feature at each position of the graph; an open order becomes plain. */
  int[] positions() {
    Order root = root();
    if (root.positions == null) {
      root.positions = plain(size).positions;
    }
    return root.positions.clone();
  }

  private Order root() {
    return joined == null ? this : joined.root();
  }
}
