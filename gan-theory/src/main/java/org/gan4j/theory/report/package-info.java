/** The results of a theorem as a table, as JSON, and as a self-contained HTML file. */
package org.gan4j.theory.report;
