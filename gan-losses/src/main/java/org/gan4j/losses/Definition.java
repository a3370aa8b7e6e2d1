package org.gan4j.losses;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a loss or a penalty is, for lists such as that of {@code gan losses}. Optional. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Definition {
  /** {@return the formula, with D for the logit of a sample, sp for softplus, s for the sigmoid} */
  String formula();

  /** {@return paper and equation} */
  String source();
}
