package org.gan4j.train.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gan4j.io.WriteFailure;

/**
 * The right to write to a run's folder. The operating system holds it on the file {@code lock} and
 * takes it back when the process ends, however it ends. The file stays: removing it would let two
 * processes lock two files of that name.
 */
public final class RunLock implements Closeable {
  /**
   * Locks of this process. On POSIX systems, closing any other handle of the file would release
   * them, so it is not opened twice.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** Not one of the bytes with the process's number, which others must be able to read. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final RunDirectory directory;
  private final Path key;
  private final RandomAccessFile file;

  private RunLock(RunDirectory directory, Path key, RandomAccessFile file) {
    this.directory = directory;
    this.key = key;
    this.file = file;
  }

  /**
   * Locks a run.
   *
   * @param directory the run's folder, which exists
   * @return the lock, to be closed when the run is complete
   * @throws LockedException if something else holds it
   * @throws IOException if the folder cannot be written, or its file system has no locks
   */
  public static RunLock of(RunDirectory directory) throws IOException {
    Path key = directory.path().toRealPath();
    if (!HELD.add(key)) {
      throw new LockedException(directory.path(), "this process");
    }
    try {
      return new RunLock(directory, key, locked(directory));
    } catch (IOException | RuntimeException e) {
      HELD.remove(key);
      throw e;
    }
  }

  private static RandomAccessFile locked(RunDirectory directory) throws IOException {
    RandomAccessFile file = opened(directory.lock());
    try {
      FileLock lock = file.getChannel().tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        throw new LockedException(directory.path(), holder(directory));
      }
      sign(directory.lock(), file);
      return file; // which holds the lock until it is closed
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static RandomAccessFile opened(Path lock) throws IOException {
    try {
      return new RandomAccessFile(lock.toFile(), "rw");
    } catch (IOException e) {
      throw WriteFailure.of(lock, "to open it for writing", e);
    }
  }

  private static void sign(Path lock, RandomAccessFile file) throws IOException {
    try {
      file.setLength(0);
      file.write((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw WriteFailure.of(lock, "to write this process's number", e);
    }
  }

  private static String holder(RunDirectory directory) throws IOException {
    String pid = Files.readString(directory.lock(), StandardCharsets.ISO_8859_1).strip();
    return pid.matches("[0-9]+") ? "process " + pid : "another process";
  }

  /** {@return the locked run's folder} */
  public RunDirectory directory() {
    return directory;
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      HELD.remove(key);
    }
  }
}
