/**
 * Reading follows the feeds of other services: the effect of facts and the mark up to which they were read are stored in one transaction, what
 * cannot be applied is parked with all that follows about the same thing, and everything can be read again from zero under a new generation.
 *
 * <p>The service gives a {@link org.jingzhun.starter.feed.reading.FeedSource} that fetches pages, and a
 * {@link org.jingzhun.starter.feed.reading.FactListener} that stores effects.
 */
@NullMarked
package org.jingzhun.starter.feed.reading;

import org.jspecify.annotations.NullMarked;
