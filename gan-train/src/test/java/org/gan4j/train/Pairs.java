package org.gan4j.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Few combinations of choices, in which any two choices occur together. */
final class Pairs {
  /** Choice {@code a} of one dimension and choice {@code b} of a later one. */
  private record Pair(int first, int a, int second, int b) {}

  private Pairs() {}

  /**
   * Returns combinations that cover all pairs, found greedily.
   *
   * @param sizes how many choices each dimension has
   * @return for each combination the choice of each dimension
   */
  static List<int[]> of(int... sizes) {
    Set<Pair> left = new HashSet<>();
    for (int[] all : product(sizes)) {
      left.addAll(in(all));
    }
    List<int[]> combinations = new ArrayList<>();
    while (!left.isEmpty()) {
      int[] next = next(left, sizes);
      left.removeAll(in(next));
      combinations.add(next);
    }
    return combinations;
  }

  /** Returns every combination, the last dimension changing fastest. */
  static List<int[]> product(int... sizes) {
    List<int[]> all = new ArrayList<>();
    all.add(new int[sizes.length]);
    for (int d = sizes.length - 1; d >= 0; d--) {
      List<int[]> longer = new ArrayList<>();
      for (int choice = 0; choice < sizes[d]; choice++) {
        for (int[] combination : all) {
          int[] copy = combination.clone();
          copy[d] = choice;
          longer.add(copy);
        }
      }
      all = longer;
    }
    return all;
  }

  /** Begins with a pair that is left; each other dimension then adds as many as it can. */
  private static int[] next(Set<Pair> left, int... sizes) {
    Pair begin = left.iterator().next();
    int[] combination = new int[sizes.length];
    Arrays.fill(combination, -1);
    combination[begin.first] = begin.a;
    combination[begin.second] = begin.b;
    for (int d = 0; d < sizes.length; d++) {
      if (combination[d] < 0) {
        int best = 0;
        long most = -1;
        for (int choice = 0; choice < sizes[d]; choice++) {
          combination[d] = choice;
          long covered = in(combination).stream().filter(left::contains).count();
          if (covered > most) {
            most = covered;
            best = choice;
          }
        }
        combination[d] = best;
      }
    }
    return combination;
  }

  /** The pairs of a combination, without dimensions that have no choice yet. */
  private static Set<Pair> in(int... combination) {
    Set<Pair> pairs = new HashSet<>();
    for (int i = 0; i < combination.length; i++) {
      for (int j = i + 1; j < combination.length; j++) {
        if (combination[i] >= 0 && combination[j] >= 0) {
          pairs.add(new Pair(i, combination[i], j, combination[j]));
        }
      }
    }
    return pairs;
  }
}
