/**
 * Training data: finite {@link org.gan4j.data.Dataset}s, {@link org.gan4j.data.Distribution}s to
 * sample from, and {@link org.gan4j.data.BatchSource}s, which turn either into batches.
 */
package org.gan4j.data;
