/** Studies on an Apache Spark cluster: a trial is a task, results come back as rows. */
package org.gan4j.spark;
