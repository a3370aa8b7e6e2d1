/**
 * Named tensors and string metadata in one safetensors file, a format that PyTorch and JAX users
 * can open.
 *
 * <p>A file is an 8-byte little-endian header length, a JSON header and the elements, little-endian
 * and row-major, without gaps. Element types are F32 and F64.
 */
package org.gan4j.io.safetensors;
