package org.gan4j.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * Says which file could not be written, and why; the system's own exceptions say only one of them.
 */
public final class WriteFailure {
  private WriteFailure() {}

  /**
   * Returns an exception to throw in place of the system's.
   *
   * @param file the file
   * @param expected what should have been done, such as {@code to write a row}
   * @param cause the system's exception
   * @return an exception with both, and with advice
   */
  public static IOException of(Path file, String expected, IOException cause) {
    return new IOException(
        file
            + ": expected "
            + expected
            + ", got "
            + reason(cause)
            + "; check the folder, the permissions and the free space",
        cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof FileNotFoundException && message.endsWith(")")) {
      return message.substring(message.lastIndexOf('(') + 1, message.length() - 1);
    }
    return message;
  }
}
