/** Runs workloads on backends, beside the ceilings of the machine. */
package org.gan4j.speed.run;
