/** What a password must be like, and how it is kept 【口令规则】. */
@NullMarked
package org.jingzhun.identity.password;

import org.jspecify.annotations.NullMarked;
