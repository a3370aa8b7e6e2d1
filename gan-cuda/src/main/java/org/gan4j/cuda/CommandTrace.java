package org.gan4j.cuda;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.gan4j.core.DType;
import org.gan4j.cuda.MatrixProduct.Factor;

/**
 * Commands in the order in which they were given, as numbers. Two traces are alike if they differ
 * in nothing but the real numbers that kernels are called with, such as a learning rate.
 */
final class CommandTrace {
  private static final int FIRST_WORDS = 1 << 12;

  private static final int KERNEL = 0;
  private static final int UPLOAD = 1;
  private static final int COPY = 2;
  private static final int PRODUCT = 3;

  /** Words of a kernel before its arguments; the last two say which are numbers, and how many. */
  private static final int KERNEL_WORDS = 8;

  private static final int NUMBERS = 6;
  private static final int COUNT = 7;
  private static final int COPY_WORDS = 4;
  private static final int PRODUCT_WORDS = 13;

  private long[] words = new long[FIRST_WORDS];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** {@return a copy of its own} */
  CommandTrace copy() {
    CommandTrace copy = new CommandTrace();
    copy.words = Arrays.copyOf(words, size);
    copy.size = size;
    return copy;
  }

  void kernel(KernelLaunch launch) {
    add(KERNEL, launch.function(), launch.gridX(), launch.gridY());
    add(launch.blockX(), launch.blockY(), launch.numbers(), launch.size());
    for (int i = 0; i < launch.size(); i++) {
      add(launch.argument(i));
    }
  }

  void upload(long device, long host, long bytes) {
    add(UPLOAD, device, host, bytes);
  }

  void copy(long to, long from, long bytes) {
    add(COPY, to, from, bytes);
  }

  void product(MatrixProduct p) {
    add(PRODUCT, p.dtype().bytes(), p.rows(), p.columns(), p.inner());
    factor(p.left());
    factor(p.right());
    add(p.add() ? 1 : 0, p.result());
  }

  private void factor(Factor factor) {
    add(factor.address(), factor.columns(), factor.transposed() ? 1 : 0);
  }

  private void add(long... more) {
    if (size + more.length > words.length) {
      words = Arrays.copyOf(words, 2 * (size + more.length));
    }
    System.arraycopy(more, 0, words, size, more.length);
    size += more.length;
  }

  /** {@return a hash that traces which are alike have in common} */
  long hash() {
    long hash = size;
    int at = 0;
    while (at < size) {
      int next = at + length(at);
      for (int i = at; i < next; i++) {
        if (!isNumber(at, i)) {
          hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15L;
          hash ^= hash >>> 29;
        }
      }
      at = next;
    }
    return hash;
  }

  /** {@return whether the other differs in numbers at most} */
  boolean isLike(CommandTrace other) {
    if (size != other.size) {
      return false;
    }
    int at = 0;
    while (at < size) {
      int next = at + length(at);
      for (int i = at; i < next; i++) {
        if (words[i] != other.words[i] && !isNumber(at, i)) {
          return false;
        }
      }
      at = next;
    }
    return true;
  }

  private int length(int at) {
    return switch ((int) words[at]) {
      case KERNEL -> KERNEL_WORDS + (int) words[at + COUNT];
      case UPLOAD, COPY -> COPY_WORDS;
      case PRODUCT -> PRODUCT_WORDS;
      default -> throw new IllegalStateException("no command " + words[at]);
    };
  }

  private boolean isNumber(int command, int word) {
    int argument = word - command - KERNEL_WORDS;
    return words[command] == KERNEL
        && argument >= 0
        && (words[command + NUMBERS] >> argument & 1) != 0;
  }

  /**
   * Takes the numbers of a trace that is like this one.
   *
   * @param changed called with the place of each kernel whose numbers were others
   */
  void takeNumbers(CommandTrace other, IntConsumer changed) {
    int at = 0;
    while (at < size) {
      int next = at + length(at);
      if (!Arrays.equals(words, at, next, other.words, at, next)) {
        System.arraycopy(other.words, at, words, at, next - at);
        changed.accept(at);
      }
      at = next;
    }
  }

  /**
   * Gives all commands to the device.
   *
   * @param numbered called with the place of each kernel that has numbers, after it was given
   */
  void run(DirectCommands commands, IntConsumer numbered) {
    int at = 0;
    while (at < size) {
      switch ((int) words[at]) {
        case KERNEL -> {
          arguments(commands, at);
          commands.start(words[at + 1], word(at + 2), word(at + 3), word(at + 4), word(at + 5));
          if (words[at + NUMBERS] != 0) {
            numbered.accept(at);
          }
        }
        case UPLOAD -> commands.upload(words[at + 1], words[at + 2], words[at + 3]);
        case COPY -> commands.copy(words[at + 1], words[at + 2], words[at + 3]);
        default -> commands.product(product(at));
      }
      at += length(at);
    }
  }

  private MatrixProduct product(int at) {
    return new MatrixProduct(
        word(at + 1) == DType.FLOAT32.bytes() ? DType.FLOAT32 : DType.FLOAT64,
        word(at + 2),
        word(at + 3),
        word(at + 4),
        factor(at + 5),
        factor(at + 8),
        words[at + 11] != 0,
        words[at + 12]);
  }

  private Factor factor(int at) {
    return new Factor(words[at], word(at + 1), words[at + 2] != 0);
  }

  /** Sets the arguments of the kernel at this place. */
  void arguments(DirectCommands commands, int at) {
    for (int i = 0; i < words[at + COUNT]; i++) {
      commands.argument(i, words[at + KERNEL_WORDS + i]);
    }
  }

  /** {@return a word of a command as an int: of a kernel, 2 to 5 are grid and block} */
  int word(int at) {
    return (int) words[at];
  }

  /** {@return the function of the kernel at this place} */
  long function(int at) {
    return words[at + 1];
  }
}
