/** The oracle: every operation as a naive loop in plain Java, obviously right. */
package org.gan4j.core.backend.reference;
