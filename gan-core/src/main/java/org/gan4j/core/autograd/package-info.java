/**
 * Reverse-mode automatic differentiation to any order: an eager tape of primitives whose
 * vector-Jacobian products are written in tape operations.
 */
package org.gan4j.core.autograd;
