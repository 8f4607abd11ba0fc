/**
 * Feed tells others what happened here 【事实流】: a fact is written in the transaction of the change, placed by one sequencer in an order that no
 * reader can see half of, and read by machines page by page, each as far as its grants reach.
 *
 * <p>A service switches it on by {@code jingzhun.feed.service}, its name and that of its path; see docs/adr/0019. A fact carries the public state
 * of what it is about, and nothing personal in clear: numbers, codes, days.
 */
@NullMarked
package org.jingzhun.starter.feed;

import org.jspecify.annotations.NullMarked;
