/** Pictures from a folder of PNG and JPEG files, with a sub-folder for each class. */
package org.gan4j.data.folder;
