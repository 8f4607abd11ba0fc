/** Access tokens for tests: real ones, checked by the real code, and every kind of wrong one. */
@NullMarked
package org.jingzhun.test.token;

import org.jspecify.annotations.NullMarked;
