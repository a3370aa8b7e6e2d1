package org.gan4j.losses;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The formula and source of a loss or penalty, shown by {@code gan losses}. Optional. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Definition {
  /** {@return the formula: D is the logit of a sample, sp the softplus and s the sigmoid} */
  String formula();

  /** {@return the paper and the equation} */
  String source();
}
