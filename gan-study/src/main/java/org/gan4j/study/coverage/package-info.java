/** Coverage benchmarks: named protocols, and studies that train several seeds side by side. */
package org.gan4j.study.coverage;
