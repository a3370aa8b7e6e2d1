/**
 * The {@code cuda} backend: NVIDIA's driver, NVRTC and cuBLAS through JNA, and the kernels that are
 * resources of this package.
 */
package org.gan4j.cuda;
