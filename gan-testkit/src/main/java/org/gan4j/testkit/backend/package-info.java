/** The contract of a backend, and a backend that runs late to try everything built on top. */
package org.gan4j.testkit.backend;
