package org.gan4j.nd4j;

import java.util.Map;
import org.gan4j.core.backend.Availability;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Says whether the CUDA build of ND4J has code for the device here. */
final class CudaDevices {
  /** nd4j-cuda-11.6 holds machine code for 3.7 to 8.6 and no PTX; 8.9 loads the code of 8.6. */
  private static final int OLDEST = 37;

  private static final int NEWEST = 89;

  private CudaDevices() {}

  static Availability probe(String version) {
    NativeOps natives = NativeOpsHolder.getInstance().getDeviceNativeOps();
    if (natives.getAvailableDevices() == 0) {
      return Availability.unusable("ND4J " + version + " is a CUDA build and finds no CUDA device");
    }
    int major = natives.getDeviceMajor(0);
    return verdict(version, natives.getDeviceName(0), major, natives.getDeviceMinor(0));
  }

  /** Decides by the compute capability. */
  static Availability verdict(String version, String device, int major, int minor) {
    int capability = 10 * major + minor;
    String found = device + " of compute capability " + major + "." + minor;
    return capability < OLDEST || capability > NEWEST
        ? Availability.unusable(
            "ND4J " + version + " has code for 3.7 to 8.9 only, but found " + found)
        : Availability.usable(
            "ND4J " + version + " on " + found, Map.of("nd4j", version, "device", device));
  }
}
