/** The contract of a backend, and a deferred backend for testing everything built on top. */
package org.gan4j.testkit.backend;
