package org.gan4j.cuda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Compiled kernels on disk, under the hash of what they were compiled from. A file begins with the
 * hash of the rest, so that a damaged one is compiled again. Where nothing can be written, nothing
 * is kept.
 */
final class KernelCache {
  private final Path folder;

  KernelCache(Path folder) {
    this.folder = folder;
  }

  /** {@return the user's: below {@code XDG_CACHE_HOME}, or {@code .cache} in the home folder} */
  static KernelCache ofUser() {
    String set = System.getenv("XDG_CACHE_HOME");
    Path caches =
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(set);
    return new KernelCache(caches.resolve("gan4j").resolve("kernels"));
  }

  /**
   * Returns the image for a key.
   *
   * @param key everything that the image depends on
   * @param compiled makes it
   * @return the image
   */
  byte[] get(String key, Supplier<byte[]> compiled) {
    String name = HexFormat.of().formatHex(hash(key.getBytes(StandardCharsets.UTF_8)));
    Path file = folder.resolve(name);
    Optional<byte[]> kept = read(file);
    if (kept.isPresent()) {
      return kept.get();
    }
    byte[] image = compiled.get();
    write(file, image);
    return image;
  }

  private static Optional<byte[]> read(Path file) {
    try {
      byte[] all = Files.readAllBytes(file);
      int length = hash(new byte[0]).length;
      if (all.length < length) {
        return Optional.empty();
      }
      byte[] image = Arrays.copyOfRange(all, length, all.length);
      boolean sound = Arrays.equals(hash(image), Arrays.copyOf(all, length));
      return sound ? Optional.of(image) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Another process may write the same file, so it appears whole. */
  private void write(Path file, byte[] image) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "part", ".tmp");
      byte[] hash = hash(image);
      byte[] all = Arrays.copyOf(hash, hash.length + image.length);
      System.arraycopy(image, 0, all, hash.length, image.length);
      Files.write(part, all);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      return; // the next process compiles again
    }
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
