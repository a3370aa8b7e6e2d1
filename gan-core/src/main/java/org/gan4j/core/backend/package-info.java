/** The service-provider interface of backends, and how one is found and opened. */
package org.gan4j.core.backend;
