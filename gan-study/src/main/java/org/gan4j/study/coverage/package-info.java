/** Coverage benchmarks: named protocols, each of which makes a study of several seeds. */
package org.gan4j.study.coverage;
