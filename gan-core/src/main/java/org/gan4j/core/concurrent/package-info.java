/** Work side by side on several threads. */
package org.gan4j.core.concurrent;
