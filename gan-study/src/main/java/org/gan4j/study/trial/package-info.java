/** One trial of a study: a run in a folder of its own, with a result. */
package org.gan4j.study.trial;
