/** What a run's config says about its data: recipes that open batches. */
package org.gan4j.data.spec;
