/** A running service as its users call it. */
@NullMarked
package org.jingzhun.test.service;

import org.jspecify.annotations.NullMarked;
