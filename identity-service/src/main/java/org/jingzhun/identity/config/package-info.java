/** Wiring that belongs to no feature: who guards which path. */
@NullMarked
package org.jingzhun.identity.config;

import org.jspecify.annotations.NullMarked;
