// Feature maps [n, height, width, channels] and the patches that make convolutions products.
// A patch is what a window covers: [kernel row, kernel column, channel].

//
// WINDOW is kernel, stride and padding, height before width.

#define WINDOW int kh, int kw, int sh, int sw, int ph, int pw

// patches[position, e] <- element e of the patch at a position [sample, row, column], or 0 in the
// padding.
KERNEL void patches(const real* x, real* y, unsigned n, int height, int width, int channels,
                    int rows, int columns, WINDOW) {
  unsigned patch = kh * kw * channels;
  FOR_EACH(i, n) {
    unsigned position = i / patch, e = i % patch;
    int c = e % channels, kx = e / channels % kw, ky = e / channels / kw;
    int column = position % columns * sw - pw + kx;
    int row = position / columns % rows * sh - ph + ky;
    unsigned sample = position / columns / rows;
    bool inside = row >= 0 && row < height && column >= 0 && column < width;
    y[i] = inside ? x[((sample * height + row) * width + column) * channels + c] : 0;
  }
}

// The adjoint of `patches` with bias and activation: each element of the maps adds what the
// patches that cover it hold, in the order of the window, so that nothing has to be locked.
KERNEL void unite_patches(const real* p, const real* bias, real* y, unsigned n, int height,
                          int width, int channels, int rows, int columns, WINDOW, int kind,
                          double slope) {
  unsigned patch = kh * kw * channels;
  FOR_EACH(i, n) {
    int c = i % channels, column = i / channels % width + pw;
    int row = i / channels / width % height + ph;
    unsigned sample = i / channels / width / height;
    real sum = 0;
    for (int ky = 0; ky < kh; ky++) {
      int y0 = row - ky;
      if (y0 < 0 || y0 % sh || y0 / sh >= rows) continue;
      for (int kx = 0; kx < kw; kx++) {
        int x0 = column - kx;
        if (x0 < 0 || x0 % sw || x0 / sw >= columns) continue;
        unsigned position =
            (sample * rows + y0 / sh) * columns + x0 / sw;
        sum += p[position * patch + (ky * kw + kx) * channels + c];
      }
    }
    y[i] = activate(kind, (real)slope, bias ? sum + bias[c] : sum);
  }
}

// height and width are those of x; each element becomes a block of up x across.
KERNEL void upsample(const real* x, real* y, unsigned n, int height, int width, int channels,
                     int up, int across) {
  FOR_EACH(i, n) {
    unsigned c = i % channels, column = i / channels % (width * across) / across;
    unsigned line = i / channels / (width * across);  // of all samples' enlarged rows
    unsigned row = line % (height * up) / up, sample = line / (height * up);
    y[i] = x[((sample * height + row) * width + column) * channels + c];
  }
}

// width is that of y; each element is the mean of a block of down x across.
KERNEL void average_pool(const real* x, real* y, unsigned n, int width, int channels, int down,
                         int across) {
  FOR_EACH(i, n) {
    unsigned c = i % channels, column = i / channels % width, line = i / channels / width;
    double sum = 0;
    for (int a = 0; a < down; a++) {
      for (int b = 0; b < across; b++) {
        sum += x[((line * down + a) * width * across + column * across + b) * channels + c];
      }
    }
    y[i] = (real)(sum / (down * across));
  }
}

// shifts holds rows down and columns right for each sample.
KERNEL void translate(const real* x, real* y, const int* shifts, unsigned n, int height,
                      int width, int channels) {
  FOR_EACH(i, n) {
    unsigned sample = i / channels / width / height;
    int column = (int)(i / channels % width) - shifts[2 * sample + 1];
    int row = (int)(i / channels / width % height) - shifts[2 * sample];
    bool inside = row >= 0 && row < height && column >= 0 && column < width;
    unsigned from = ((sample * height + row) * width + column) * channels + i % channels;
    y[i] = inside ? x[from] : 0;
  }
}
