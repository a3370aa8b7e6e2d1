/**
 * What the loaders of binary files share: files whose sizes are checked before memory is reserved,
 * element types, and stored elements that need not fit into the heap.
 */
package org.gan4j.data.file;
