/** What a coverage study says, for people and for programs. */
package org.gan4j.cli.coverage;
