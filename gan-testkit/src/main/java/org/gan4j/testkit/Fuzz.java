package org.gan4j.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * Feeds a reader mutated files. Each case is a function of its seed, which a failure prints; {@code
 * -Dgan4j.fuzz.seed=N} runs that case alone, and {@code -Dgan4j.fuzz=N} runs N cases of each kind.
 */
public final class Fuzz {
  /** A reader of files; it throws what it should not, or fails an assertion. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads one file.
     *
     * @param content the file
     * @throws Throwable whatever the reader throws; an expected exception must be caught
     */
    void read(byte[] content) throws Throwable;
  }

  private static final int MOST_MUTATIONS = 4;
  private static final int[] NUMBERS = {
    0, 1, -1, 2, 255, 256, 65_535, 65_536, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  private final SplittableRandom draws;
  private byte[] content;

  private Fuzz(SplittableRandom draws, byte[] content) {
    this.draws = draws;
    this.content = content;
  }

  /**
   * Runs the cases of one kind of file.
   *
   * @param cases how many, unless {@code -Dgan4j.fuzz} gives another number
   * @param sound files that the reader accepts, each at least 1 byte long
   * @param reader the reader under test
   * @throws AssertionError if the reader fails; the message has the seed of the case
   */
  public static void run(int cases, List<byte[]> sound, Reader reader) {
    OptionalLong alone = number("gan4j.fuzz.seed");
    long first = alone.orElse(0);
    long end = alone.isPresent() ? first + 1 : number("gan4j.fuzz").orElse(cases);
    for (long seed = first; seed < end; seed++) {
      byte[] mutated = mutated(seed, sound);
      try {
        reader.read(mutated);
      } catch (Throwable e) {
        throw new AssertionError(
            "fuzz case " + seed + " failed; replay it alone with -Dgan4j.fuzz.seed=" + seed, e);
      }
    }
  }

  private static OptionalLong number(String property) {
    String value = System.getProperty(property);
    return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
  }

  /**
   * Returns the file of one case.
   *
   * @param seed the seed of the case
   * @param sound the files to mutate; not modified
   * @return one of them, mutated one to four times
   */
  public static byte[] mutated(long seed, List<byte[]> sound) {
    SplittableRandom draws = new SplittableRandom(seed);
    Fuzz fuzz = new Fuzz(draws, sound.get(draws.nextInt(sound.size())).clone());
    int mutations = 1 + draws.nextInt(MOST_MUTATIONS);
    for (int i = 0; i < mutations; i++) {
      fuzz.mutate(sound);
    }
    return fuzz.content;
  }

  /** Half of the places are in the first bytes, where headers are. */
  private int place() {
    int length = content.length;
    return draws.nextInt(draws.nextBoolean() ? length : Math.min(length, 64));
  }

  private void mutate(List<byte[]> sound) {
    if (content.length == 0) {
      return;
    }
    int at = place();
    switch (draws.nextInt(8)) {
      case 0 -> content[at] ^= (byte) (1 << draws.nextInt(8));
      case 1 -> content[at] = (byte) draws.nextInt(256);
      case 2 -> content = Arrays.copyOf(content, at);
      case 3 -> content = Arrays.copyOf(content, content.length + 1 + draws.nextInt(100));
      case 4 -> putNumber(at);
      case 5 -> remove(at);
      case 6 -> repeat(at);
      default -> splice(at, sound.get(draws.nextInt(sound.size())));
    }
  }

  private void putNumber(int at) {
    int number = NUMBERS[draws.nextInt(NUMBERS.length)];
    ByteOrder order = draws.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    if (at + Integer.BYTES <= content.length) {
      ByteBuffer.wrap(content).order(order).putInt(at, number);
    }
  }

  private void remove(int at) {
    int count = draws.nextInt(Math.min(32, content.length - at) + 1);
    byte[] rest = Arrays.copyOfRange(content, at + count, content.length);
    content = joined(Arrays.copyOf(content, at), rest);
  }

  private void repeat(int at) {
    int count = draws.nextInt(Math.min(32, content.length - at) + 1);
    byte[] again = Arrays.copyOfRange(content, at, content.length);
    content = joined(Arrays.copyOf(content, at + count), again);
  }

  private void splice(int at, byte[] other) {
    int from = draws.nextInt(other.length);
    content = joined(Arrays.copyOf(content, at), Arrays.copyOfRange(other, from, other.length));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
