/**
 * The default backend: products by OpenBLAS and oneDNN, fused tile kernels in plain Java, and an
 * arena that stops growing after the first step. Row-major storage off the heap, FLOAT32 and
 * FLOAT64.
 */
package org.gan4j.core.backend.cpu;
