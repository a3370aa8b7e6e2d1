/** The results of a study: tables, means over seeds, and which differences are significant. */
package org.gan4j.study.result;
