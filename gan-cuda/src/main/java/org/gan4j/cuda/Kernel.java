package org.gan4j.cuda;

import java.util.Locale;

/** The kernels, each compiled for both element types. */
enum Kernel {
  FILL,
  UNARY,
  BINARY,
  AFFINE,
  ACTIVATION,
  ACTIVATION_BACKWARD,
  BIAS_ACTIVATION,
  ADAM,
  ADD_ROW,
  SCALE_ROWS,
  REPEAT,
  COPY_COLUMNS,
  ROW_DOTS,
  ROW_MAX,
  PARTIAL_SUMS,
  TOTAL,
  COLUMN_SUMS,
  BACKWARD_COLUMNS,
  FINISH_COLUMNS,
  COLUMN_DEVIATIONS,
  BATCH_NORM,
  NORM_SUMS,
  NORM_PARAMETERS,
  NORM_BACKWARD,
  PATCHES,
  UNITE_PATCHES,
  UPSAMPLE,
  AVERAGE_POOL,
  TRANSLATE;

  /** {@return the function's name in the sources} */
  String function() {
    return name().toLowerCase(Locale.ROOT);
  }
}
