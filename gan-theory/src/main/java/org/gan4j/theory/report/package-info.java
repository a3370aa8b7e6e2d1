/** The theorem's results as a table, as JSON, and as one HTML file that needs nothing else. */
package org.gan4j.theory.report;
