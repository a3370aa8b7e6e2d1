/** The report of a coverage study, as text and as JSON. */
package org.gan4j.cli.coverage;
