/** Shapes, element types and tensors: the values that every other package passes around. */
package org.gan4j.core;
