package org.gan4j.data.found;

import java.util.OptionalInt;

/**
 * What a user asks of data of a path; what is left out is guessed.
 *
 * @param size the height and width that pictures of a folder are scaled to
 * @param channels 1 for grey, 3 for colour pictures of a folder
 * @param skipBad whether pictures of a folder that cannot be decoded are left out
 * @param entry the name of the array in an {@code .npz} file; empty for the only one
 */
public record DataWishes(OptionalInt size, OptionalInt channels, boolean skipBad, String entry) {
  /** {@return no wishes} */
  public static DataWishes none() {
    return new DataWishes(OptionalInt.empty(), OptionalInt.empty(), false, "");
  }
}
