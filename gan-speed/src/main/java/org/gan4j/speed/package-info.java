/** What a workload is, what it costs, and how it is timed. */
package org.gan4j.speed;
