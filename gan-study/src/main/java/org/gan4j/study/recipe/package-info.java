/** The recipes that study files name. */
package org.gan4j.study.recipe;
