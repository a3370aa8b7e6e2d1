/** Coverage benchmarks: named protocols, and studies that train several seeds in parallel. */
package org.gan4j.study.coverage;
