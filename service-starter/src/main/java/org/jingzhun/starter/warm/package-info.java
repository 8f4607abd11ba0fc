/** A new instance is used by itself before others use it, so that the first of them do not wait for what is done only once. */
@NullMarked
package org.jingzhun.starter.warm;

import org.jspecify.annotations.NullMarked;
