package org.gan4j.study.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialArchiveTest {
  @TempDir private Path root;

  private Path filled(String name) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    Files.writeString(folder.resolve("config.json"), "{}");
    Files.write(
        Files.createDirectories(folder.resolve("checkpoints")).resolve("step-000001.safetensors"),
        new byte[] {1, 0, -1});
    Files.writeString(folder.resolve("lock"), "4711");
    return folder;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static byte[] zip(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(7);
    }
    return bytes.toByteArray();
  }

  @Test
  void aFolderComesBackWithoutItsLockAndTakesThePlaceOfAnother() throws IOException {
    byte[] archive = TrialArchive.pack(filled("there"));
    Path back = Files.createDirectories(root.resolve("back"));
    Files.writeString(back.resolve("old"), "of an earlier attempt");

    TrialArchive.unpack(archive, back);

    assertThat(files(back)).containsExactly("checkpoints/step-000001.safetensors", "config.json");
    assertThat(back.resolve("checkpoints/step-000001.safetensors"))
        .hasBinaryContent(new byte[] {1, 0, -1});
    assertThat(files(root)).noneMatch(name -> name.contains(".new"));
  }

  @Test
  void noFolderIsAnArchiveWithoutFiles() throws IOException {
    TrialArchive.unpack(TrialArchive.pack(root.resolve("missing")), root.resolve("back"));

    assertThat(root.resolve("back")).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessUnpackedHalfIsReplaced() throws IOException {
    byte[] archive = TrialArchive.pack(filled("there"));
    Path half = Files.createDirectories(root.resolve(".back.new"));
    Files.writeString(half.resolve("half"), "written");

    TrialArchive.unpack(archive, root.resolve("back"));

    assertThat(files(root.resolve("back"))).doesNotContain("half").hasSize(2);
  }

  @Test
  void aNameThatLeadsOutIsRefusedAndTheFolderKept() throws IOException {
    Path folder = filled("trial");

    assertThatIOException()
        .isThrownBy(() -> TrialArchive.unpack(zip("../../outside"), folder))
        .withMessage(folder + ": expected files of a trial, got '../../outside'");

    assertThat(files(folder)).hasSize(3);
    assertThat(root.resolveSibling("outside")).doesNotExist();
  }

  @Test
  void removesAFolderOrNothing() throws IOException {
    Path folder = filled("trial");

    TrialArchive.remove(folder);
    TrialArchive.remove(folder);

    assertThat(folder).doesNotExist();
  }
}
