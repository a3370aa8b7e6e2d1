/** Trained networks as files of other programs: ONNX models, and state_dicts for PyTorch. */
package org.gan4j.export;
