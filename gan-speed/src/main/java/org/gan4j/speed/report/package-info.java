/** Measured times as a table, as JSON, as a page with a roofline, and compared with others. */
package org.gan4j.speed.report;
