/** Tests of the whole service, and what they share. */
@NullMarked
package org.jingzhun.identity;

import org.jspecify.annotations.NullMarked;
