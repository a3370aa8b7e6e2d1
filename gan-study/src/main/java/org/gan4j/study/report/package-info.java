/** The report of a study as one HTML page. */
package org.gan4j.study.report;
