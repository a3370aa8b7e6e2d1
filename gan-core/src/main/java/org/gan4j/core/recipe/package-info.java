/** Recipes: the records that a run's config is made of, and how they are found by name. */
package org.gan4j.core.recipe;
