package org.gan4j.core.backend.cpu;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/**
 * Asks Linux to back a slab with pages of 2 MiB, since a large training step touches over a hundred
 * megabytes. Whether it helps depends on the machine: docs/adr/0003-huge-pages.md has the figures.
 */
final class HugePages {
  /** Size and alignment of a huge page. */
  static final int BYTES = 2 << 20;

  private static final int MADV_HUGEPAGE = 14;
  private static final boolean BOUND = bind();

  private HugePages() {}

  private static boolean bind() {
    if (!Platform.isLinux()) {
      return false;
    }
    try {
      Native.register(HugePages.class, Platform.C_LIBRARY_NAME);
      return true;
    } catch (LinkageError e) {
      return false; // an optimisation only: small pages give the same numbers
    }
  }

  /** Advises; the system may ignore it. */
  static void advise(long address, long bytes) {
    if (BOUND) {
      madvise(new Pointer(address), new NativeLong(bytes), MADV_HUGEPAGE);
    }
  }

  private static native int madvise(Pointer address, NativeLong length, int advice);
}
