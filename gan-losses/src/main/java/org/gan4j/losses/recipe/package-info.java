/** Lists the recipes of this module. */
package org.gan4j.losses.recipe;
