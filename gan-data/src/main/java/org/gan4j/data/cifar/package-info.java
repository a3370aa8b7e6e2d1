/** Image data sets in CIFAR's binary format. */
package org.gan4j.data.cifar;
