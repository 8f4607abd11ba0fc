/** What the tests of every service need: engines, tokens, and tests that hold for all of them. */
@NullMarked
package org.jingzhun.test;

import org.jspecify.annotations.NullMarked;
