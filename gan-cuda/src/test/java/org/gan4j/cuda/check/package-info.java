/** The program that {@code scripts/gpu-check} packs and runs on a machine with a GPU. */
package org.gan4j.cuda.check;
