/** The study file: a base config, axes, seeds and what a trial does; and the trials it makes. */
package org.gan4j.study.plan;
