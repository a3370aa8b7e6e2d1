package org.gan4j.cuda;

/**
 * What a device is.
 *
 * @param name its product's name
 * @param capability its compute capability times 10, such as 90 for 9.0
 * @param multiprocessors how many of them it has
 * @param bytes its memory
 */
record DeviceFacts(String name, int capability, int multiprocessors, long bytes) {
  private static final long MEBIBYTE = 1L << 20;

  /** {@return the compute capability as people write it} */
  String capabilityText() {
    return capability / 10 + "." + capability % 10;
  }

  /** {@return the memory in whole mebibytes} */
  String memoryText() {
    return bytes / MEBIBYTE + " MiB";
  }
}
