package org.gan4j.nd4j;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.util.OptionalLong;

/** What malloc has given out in this process, as glibc 2.33 and newer tell it. */
final class NativeHeap {
  private NativeHeap() {}

  /** glibc's struct mallinfo2; public because JNA sets the fields. */
  @FieldOrder({
    "arena",
    "ordblks",
    "smblks",
    "hblks",
    "hblkhd",
    "usmblks",
    "fsmblks",
    "uordblks",
    "fordblks",
    "keepcost"
  })
  public static final class Info extends Structure implements Structure.ByValue {
    public long arena;
    public long ordblks;
    public long smblks;
    public long hblks;
    public long hblkhd;
    public long usmblks;
    public long fsmblks;
    public long uordblks;
    public long fordblks;
    public long keepcost;
  }

  /** {@return bytes in use, or nothing where the C library does not say} */
  static OptionalLong used() {
    if (!Platform.isLinux()) {
      return OptionalLong.empty();
    }
    try {
      Function mallinfo = NativeLibrary.getProcess().getFunction("mallinfo2");
      Info info = (Info) mallinfo.invoke(Info.class, new Object[0]);
      return OptionalLong.of(info.uordblks + info.hblkhd);
    } catch (UnsatisfiedLinkError e) {
      return OptionalLong.empty();
    }
  }
}
