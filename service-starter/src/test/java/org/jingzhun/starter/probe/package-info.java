/** A service for the tests of the starter. */
@NullMarked
package org.jingzhun.starter.probe;

import org.jspecify.annotations.NullMarked;
