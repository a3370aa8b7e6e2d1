package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gan train --data PATH}. */
class OwnDataTest {
  @TempDir private Path temp;

  private Outcome train(Path data, String... more) {
    List<Object> words = new ArrayList<>(List.of("train", "--data", data, "--out", run()));
    words.addAll(List.of("--steps", 1, "--batch", 4, "--threads", 1));
    words.addAll(List.of(more));
    return Outcome.of(words.toArray());
  }

  private Path run() {
    return temp.resolve("run");
  }

  private JsonNode config() throws IOException {
    return new ObjectMapper().readTree(run().resolve("config.json").toFile());
  }

  private Path pictures(int side, int type) throws IOException {
    for (String name : List.of("cats/1.png", "cats/2.png", "dogs/1.png", "dogs/2.png")) {
      BufferedImage image = new BufferedImage(side, side, type);
      image.setRGB(1, 1, name.hashCode());
      Path file = temp.resolve("pictures").resolve(name);
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    }
    return temp.resolve("pictures");
  }

  @Test
  void picturesOf28By28TakeTheNetworksOfMnist() throws IOException {
    Path folder = pictures(28, BufferedImage.TYPE_BYTE_GRAY);

    Outcome outcome = train(folder);

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err())
        .startsWith(
            "Found 4 grey pictures of 28 × 28, 2 classes (PNG and JPEG files) in "
                + folder
                + "\nTraining pictures into "
                + run());
    assertThat(config().at("/data").toString())
        .isEqualTo(
            "{\"type\":\"image-folder\",\"folder\":\""
                + folder
                + "\",\"size\":28,\"channels\":1,\"skipBad\":false}");
    assertThat(config().at("/game/generator/network/type").asText()).isEqualTo("sequential");
  }

  /** The second run reads the config of the first. */
  @Test
  void otherSizesTakeDcgan() throws IOException {
    Path folder = pictures(20, BufferedImage.TYPE_3BYTE_BGR);

    assertThat(train(folder, "--size", "16").exit()).isZero();

    assertThat(config().at("/game/generator/network").toString())
        .isEqualTo(
            "{\"type\":\"dcgan-generator\",\"size\":16,\"channels\":3,\"width\":32,\"classes\":0}");
    Outcome again =
        Outcome.of("train", "--config", run().resolve("config.json"), "--out", temp.resolve("b"));
    assertThat(again.exit()).as(again.err()).isZero();
  }

  @Test
  void sizesThatNoNetworkFitsAreNamed() throws IOException {
    assertThat(train(pictures(20, BufferedImage.TYPE_3BYTE_BGR), "--size", "30"))
        .isEqualTo(
            new Outcome(
                3,
                "",
                "Found 4 colour pictures of 30 × 30, 2 classes (PNG and JPEG files, cropped and"
                    + " scaled) in "
                    + temp.resolve("pictures")
                    + "\ndata: expected square pictures whose side halves to 8 or less, such as"
                    + " 28, 32 or 64, which DCGAN's networks fit, got 30 × 30; choose another"
                    + " --size for a folder, or write a config with networks of your own\n"));
  }

  @Test
  void badFilesStopTheRunOrAreListed() throws IOException {
    Path folder = pictures(16, BufferedImage.TYPE_BYTE_GRAY);
    Path bad = Files.writeString(folder.resolve("cats").resolve("3.jpg"), "no picture");
    String fault =
        "image file "
            + bad
            + ", byte 0: expected a PNG or JPEG file, got another format; replace the file\n";

    Outcome stopped = train(folder);
    assertThat(stopped.exit()).isEqualTo(3);
    assertThat(stopped.err()).endsWith(fault);
    assertThat(run()).doesNotExist();

    Outcome skipped = train(folder, "--skip-bad");
    assertThat(skipped.exit()).as(skipped.err()).isZero();
    assertThat(skipped.err())
        .contains("Skipped 1 of 5 files, which cannot be decoded:\n  " + fault);
  }

  @Test
  void pointsTakeTheNetworksOfRing() throws IOException {
    Path csv = Files.writeString(temp.resolve("points.csv"), "x,y,z\n1,2,3\n4,6,5\n7,7,9\n");

    Outcome outcome = train(csv);

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err())
        .startsWith(
            "Found 3 points of 3 coordinates, scaled to mean 0 and standard deviation 1 in "
                + csv
                + "\nTraining points into ");
    assertThat(config().at("/data/scale/centre/0").asDouble()).isEqualTo(4);
    assertThat(config().at("/game/latent").asInt()).isEqualTo(3);
    assertThat(config().at("/game/generator/network/layers/2/units").asInt()).isEqualTo(3);
  }

  @Test
  void settingsOfOwnDataNeedAPath() {
    assertThat(Outcome.of("train", "--data", "ring", "--size", 8))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "--size, --channels, --skip-bad and --entry: expected --data with the path of a"
                    + " file or folder, got ring\n"));
    assertThat(Outcome.of("train", "--data", "./none", "--size", 0))
        .isEqualTo(new Outcome(2, "", "--size: expected a side from 1 to 4096, got 0\n"));
    assertThat(Outcome.of("train", "--data", "./none", "--channels", 2))
        .isEqualTo(new Outcome(2, "", "--channels: expected 1 or 3, got 2\n"));
    assertThat(Outcome.of("train", "--data", "./none").exit()).isEqualTo(3);
  }
}
