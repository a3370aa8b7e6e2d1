/** Tasks in parallel on several threads. */
package org.gan4j.core.concurrent;
