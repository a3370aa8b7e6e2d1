package org.gan4j.testkit.guide;

import org.gan4j.nn.LayerSpec;
import org.gan4j.testkit.layer.LayerContract;

class FeatureScaleTest extends LayerContract {
  @Override
  protected LayerSpec spec() {
    return new FeatureScale();
  }
}
