package org.gan4j.spark;

import java.io.Serializable;

/**
 * A trial on its way back from an executor.
 *
 * @param index which of the tasks it was
 * @param result the trial's result, as JSON
 * @param files the trial's folder, packed
 */
@SuppressWarnings("ArrayRecordComponent") // a holder that is never compared
record SparkResult(int index, String result, byte[] files) implements Serializable {}
