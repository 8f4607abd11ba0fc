/**
 * Sign-in of browsers: the tokens stay here (backend for frontend), the browser only holds a cookie.
 */
@NullMarked
package org.jingzhun.gateway.session;

import org.jspecify.annotations.NullMarked;
