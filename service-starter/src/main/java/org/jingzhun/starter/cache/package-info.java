/** A cache in Redis of what is computed from data whose position is known: an entry is of use only at the position that it was computed at. */
@NullMarked
package org.jingzhun.starter.cache;

import org.jspecify.annotations.NullMarked;
