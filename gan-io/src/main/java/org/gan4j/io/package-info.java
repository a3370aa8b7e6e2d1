/** Atomic file writes, and helpers that all writers of text share. */
package org.gan4j.io;
