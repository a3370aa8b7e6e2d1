package org.gan4j.data.folder;

/**
 * A decoded picture.
 *
 * @param width pixels in a row
 * @param height rows of pixels
 * @param channels 1 or 3
 * @param samples [height, width, channels], unsigned bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one step of decoding to the next
record Picture(int width, int height, int channels, byte[] samples) {
  /** The shares of red, green and blue in grey, ITU-R BT.601, in units of 1 / 65536. */
  private static final int[] LUMA = {19_595, 38_470, 7_471};

  /** {@return the square in the middle, scaled to a side, with 1 or 3 channels} */
  byte[] square(int side, int wanted) {
    int edge = Math.min(width, height);
    Resampling resampling = Resampling.of(edge, side);
    double[] scaled = resampling.apply(this, (width - edge) / 2, (height - edge) / 2);
    byte[] square = new byte[side * side * wanted];
    int[] pixel = new int[channels];
    for (int i = 0; i < side * side; i++) {
      for (int channel = 0; channel < channels; channel++) {
        pixel[channel] = (int) (scaled[i * channels + channel] + 0.5);
      }
      for (int channel = 0; channel < wanted; channel++) {
        square[i * wanted + channel] =
            (byte) (wanted == 1 ? grey(pixel) : pixel[Math.min(channel, channels - 1)]);
      }
    }
    return square;
  }

  private static int grey(int[] pixel) {
    if (pixel.length == 1) {
      return pixel[0];
    }
    return (pixel[0] * LUMA[0] + pixel[1] * LUMA[1] + pixel[2] * LUMA[2] + (1 << 15)) >> 16;
  }
}
