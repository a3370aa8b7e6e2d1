package org.gan4j.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.core.Shape;
import org.gan4j.io.WholeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever the disk is full while a file is replaced, the earlier one stays as it was. */
class FullDiskAtEveryByteTest {
  private static final SafetensorsFile CONTENT =
      new SafetensorsFile(
          Map.of("weight", TensorData.of(Shape.of(2, 3), new float[] {1, 2, 3, 4, 5, 6})),
          Map.of("step", "7"));

  @TempDir private Path folder;

  /** A disk with room for so many bytes. */
  private static final class FullDisk extends FilterOutputStream {
    private int room;

    FullDisk(OutputStream out, int room) {
      super(out);
      this.room = room;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int fitting = Math.min(room, length);
      out.write(bytes, offset, fitting);
      room -= fitting;
      if (fitting < length) {
        throw new IOException("No space left on device");
      }
    }
  }

  @Test
  void theEarlierFileStays() throws IOException {
    Path target = folder.resolve("step.safetensors");
    CONTENT.write(target);
    byte[] before = Files.readAllBytes(target);
    SafetensorsFile next = new SafetensorsFile(CONTENT.tensors(), Map.of("step", "8"));
    SafetensorsWriter writer = new SafetensorsWriter(target, next);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    writer.writeTo(whole);
    for (int room = 0; room < whole.size(); room++) {
      int limit = room;
      assertThatIOException()
          .isThrownBy(
              () -> WholeFile.write(target, out -> writer.writeTo(new FullDisk(out, limit))))
          .withMessage(
              target
                  + ": expected to write the whole file, got No space left on device; check the"
                  + " folder, the permissions and the free space");
      assertThat(target).hasBinaryContent(before);
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).containsExactly(target);
      }
    }
    WholeFile.write(target, out -> writer.writeTo(new FullDisk(out, whole.size())));
    assertThat(SafetensorsFile.read(target)).isEqualTo(next);
  }
}
