/** Technical code that every service needs; it holds no word of the domain. */
@NullMarked
package org.jingzhun.starter;

import org.jspecify.annotations.NullMarked;
