/** HTML pages that need no other files. */
package org.gan4j.io.page;
