package org.gan4j.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A message in protobuf's wire format: fields one after another, each a number and a value. A
 * repeated field is written again for each value.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class Message {
  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  /** Adds an int64 or an enum. */
  Message whole(int field, long value) {
    tag(field, VARINT);
    varint(value);
    return this;
  }

  /** Adds a float. */
  Message real(int field, double value) {
    tag(field, FIXED32);
    int bits = Float.floatToIntBits((float) value);
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      content.write(bits >>> shift);
    }
    return this;
  }

  /** Adds a string. */
  Message text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a message inside this one. */
  Message message(int field, Message value) {
    return bytes(field, value.toBytes());
  }

  /** Adds bytes. */
  Message bytes(int field, byte[] value) {
    tag(field, LENGTH_DELIMITED);
    varint(value.length);
    content.writeBytes(value);
    return this;
  }

  byte[] toBytes() {
    return content.toByteArray();
  }

  private void tag(int field, int type) {
    varint(((long) field << 3) | type);
  }

  /** Seven bits in each byte, the lowest first; the top bit says that more follow. */
  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      content.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    content.write((int) rest);
  }
}
