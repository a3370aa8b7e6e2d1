/** Published image sets by name, in a cache folder. */
package org.gan4j.data.sets;
