package org.gan4j.testkit;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How many bytes malloc has allocated in this process, as reported by glibc 2.33 and newer. The
 * memory of the virtual machine is included, and its JIT compiler takes and frees hundreds of
 * kilobytes at any moment: see {@link #keptPerCall}.
 */
public final class NativeHeap {
  private static final int PERIODS = 7;

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

  /**
   * Returns how many bytes a call keeps: the median over seven periods of equally many calls. A
   * leak shows in each period, but the JIT compiler's memory only where a compilation begins or
   * ends.
   *
   * @param calls the calls in each period; call it as often before, as a warm-up
   * @param call what may keep memory
   * @return bytes a call
   * @throws java.util.NoSuchElementException if {@link #used()} is empty
   */
  public static double keptPerCall(int calls, Runnable call) {
    long[] kept = new long[PERIODS];
    long before = used().orElseThrow();
    for (int p = 0; p < PERIODS; p++) {
      for (int i = 0; i < calls; i++) {
        call.run();
      }
      long after = used().orElseThrow();
      kept[p] = after - before;
      before = after;
    }
    Arrays.sort(kept);
    return (double) kept[PERIODS / 2] / calls;
  }
}
