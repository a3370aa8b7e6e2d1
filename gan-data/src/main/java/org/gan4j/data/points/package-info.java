/** Points from files: CSV, NumPy's {@code .npy} and {@code .npz}. */
package org.gan4j.data.points;
