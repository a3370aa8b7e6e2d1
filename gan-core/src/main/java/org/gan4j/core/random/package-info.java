/** Random draws as pure functions of (seed, stream name, step). */
package org.gan4j.core.random;
