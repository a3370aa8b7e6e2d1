/** Files that are written whole or not at all, and what all writers of text share. */
package org.gan4j.io;
