/** Rules that the code of every service keeps. */
@NullMarked
package org.jingzhun.test.architecture;

import org.jspecify.annotations.NullMarked;
