/**
 * A network as a graph of operators that other programs read: channels first, in evaluation mode,
 * and with the tensors that PyTorch's modules would have.
 */
package org.gan4j.nn.export;
