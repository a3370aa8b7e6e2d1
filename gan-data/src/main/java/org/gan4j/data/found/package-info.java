/** Guesses what a file or folder of data holds. */
package org.gan4j.data.found;
