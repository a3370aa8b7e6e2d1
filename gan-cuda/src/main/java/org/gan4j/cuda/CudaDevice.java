package org.gan4j.cuda;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.gan4j.core.DType;

/**
 * One device of the process: its context, which it shares with whatever else uses CUDA here, and
 * the loaded kernels. Backend instances on it have streams of their own.
 */
final class CudaDevice {
  private static final Map<Integer, CudaDevice> STARTED = new HashMap<>();
  private static final ThreadLocal<CudaDevice> CURRENT = new ThreadLocal<>();
  private static final int NAME_BYTES = 256;

  private final int ordinal;
  private final long context;
  private final DeviceFacts facts;
  private final Map<DType, Map<Kernel, Long>> functions = new EnumMap<>(DType.class);

  private CudaDevice(int ordinal) {
    this.ordinal = ordinal;
    this.facts = facts(ordinal);
    long[] handle = new long[1];
    Driver.check(Driver.cuDevicePrimaryCtxRetain(handle, device(ordinal)), "a context");
    this.context = handle[0];
  }

  /** {@return the started device; the driver must be bound} */
  static synchronized CudaDevice of(int ordinal) {
    CudaDevice device = STARTED.get(ordinal);
    if (device == null) {
      device = new CudaDevice(ordinal);
      device.use();
      device.loadKernels(KernelCache.ofUser());
      STARTED.put(ordinal, device);
    }
    return device;
  }

  /** {@return how many devices the driver sees} */
  static int count() {
    int[] count = new int[1];
    Driver.check(Driver.cuDeviceGetCount(count), "the number of devices");
    return count[0];
  }

  /** {@return what a device is} */
  static DeviceFacts facts(int ordinal) {
    int device = device(ordinal);
    byte[] name = new byte[NAME_BYTES];
    long[] bytes = new long[1];
    Driver.check(Driver.cuDeviceGetName(name, NAME_BYTES, device), "a device's name");
    Driver.check(Driver.cuDeviceTotalMem_v2(bytes, device), "a device's memory");
    String text = new String(name, StandardCharsets.UTF_8);
    return new DeviceFacts(
        text.substring(0, text.indexOf('\0')),
        10 * attribute(Driver.CAPABILITY_MAJOR, device)
            + attribute(Driver.CAPABILITY_MINOR, device),
        attribute(Driver.MULTIPROCESSORS, device),
        bytes[0]);
  }

  private static int device(int ordinal) {
    int[] device = new int[1];
    Driver.check(Driver.cuDeviceGet(device, ordinal), "device " + ordinal);
    return device[0];
  }

  private static int attribute(int attribute, int device) {
    int[] value = new int[1];
    Driver.check(Driver.cuDeviceGetAttribute(value, attribute, device), "a device's facts");
    return value[0];
  }

  private void loadKernels(KernelCache cache) {
    KernelCompiler compiler = new KernelCompiler(cache, facts.capability());
    for (DType dtype : DType.values()) {
      long[] module = new long[1];
      byte[] image = compiler.image(KernelSource.of(dtype));
      Driver.check(Driver.cuModuleLoadData(module, image), "the kernels to load");
      Map<Kernel, Long> all = new EnumMap<>(Kernel.class);
      long[] handle = new long[1];
      for (Kernel kernel : Kernel.values()) {
        Driver.check(
            Driver.cuModuleGetFunction(handle, module[0], kernel.function()),
            "the kernel " + kernel.function());
        all.put(kernel, handle[0]);
      }
      functions.put(dtype, all);
    }
  }

  int ordinal() {
    return ordinal;
  }

  DeviceFacts facts() {
    return facts;
  }

  /** {@return a kernel's function for an element type} */
  long function(Kernel kernel, DType dtype) {
    return functions.get(dtype).get(kernel);
  }

  /** Makes the calling thread's next calls of the driver concern this device. */
  void use() {
    if (CURRENT.get() != this) {
      Driver.check(Driver.cuCtxSetCurrent(context), "the device's context");
      CURRENT.set(this);
    }
  }
}
