/** What a study measures of trained generators. */
package org.gan4j.study.measure;
