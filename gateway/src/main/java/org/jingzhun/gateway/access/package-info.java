/**
 * Who is asking: bearer tokens and browser sessions in two separate chains, and the accounts whose sign-ins were ended.
 */
@NullMarked
package org.jingzhun.gateway.access;

import org.jspecify.annotations.NullMarked;
