package org.gan4j.testkit;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.util.OptionalLong;

/**
 * How many bytes malloc has allocated in this process, as reported by glibc 2.33 and newer. The
 * memory of the virtual machine is included, so compare over many calls after a warm-up.
 */
public final class NativeHeap {
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
    /** As in malloc.h. */
    public long arena;

    /** As in malloc.h. */
    public long ordblks;

    /** As in malloc.h. */
    public long smblks;

    /** As in malloc.h. */
    public long hblks;

    /** As in malloc.h. */
    public long hblkhd;

    /** As in malloc.h. */
    public long usmblks;

    /** As in malloc.h. */
    public long fsmblks;

    /** As in malloc.h. */
    public long uordblks;

    /** As in malloc.h. */
    public long fordblks;

    /** As in malloc.h. */
    public long keepcost;

    /** Creates an empty one; JNA fills it. */
    public Info() {}
  }

  /** {@return bytes in use, or empty if the C library does not report them} */
  public static OptionalLong used() {
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
