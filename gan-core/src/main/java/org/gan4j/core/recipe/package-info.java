/** Recipes: the records that a run's config is made of, and how to find them by name. */
package org.gan4j.core.recipe;
