/** Recipes for the data of a run, which open its batches. */
package org.gan4j.data.spec;
