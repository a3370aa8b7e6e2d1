/** Runs the trials of a study side by side, and keeps its folder. */
package org.gan4j.study.run;
