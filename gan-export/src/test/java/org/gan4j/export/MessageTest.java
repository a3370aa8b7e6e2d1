package org.gan4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of protobuf's page on its encoding, and the limits of a varint. */
class MessageTest {
  private static String hex(Message message) {
    return HexFormat.of().formatHex(message.toBytes());
  }

  @Test
  void wholeNumbersAreVarints() {
    assertThat(hex(new Message().whole(1, 150))).isEqualTo("089601");
    assertThat(hex(new Message().whole(1, 0))).isEqualTo("0800");
    assertThat(hex(new Message().whole(20, -2))).isEqualTo("a001" + "feffffffffffffffff01");
  }

  @Test
  void stringsAndMessagesHaveTheirLength() {
    assertThat(hex(new Message().text(2, "testing"))).isEqualTo("120774657374696e67");
    assertThat(hex(new Message().message(3, new Message().whole(1, 150)))).isEqualTo("1a03089601");
    assertThat(hex(new Message().text(1, "é"))).isEqualTo("0a02c3a9");
  }

  @Test
  void realNumbersAreFloats() {
    assertThat(hex(new Message().real(2, 1))).isEqualTo("150000803f");
  }
}
