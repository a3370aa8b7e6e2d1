/**
 * What a run learns from: finite {@link org.gan4j.data.Dataset}s, {@link
 * org.gan4j.data.Distribution}s that can be sampled for ever, and the {@link
 * org.gan4j.data.BatchSource}s that turn either into batches.
 */
package org.gan4j.data;
