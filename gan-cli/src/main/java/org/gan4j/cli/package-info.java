/** The {@code gan} command: one class for each subcommand, and their helpers. */
package org.gan4j.cli;
