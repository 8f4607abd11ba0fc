/** What must be there before anybody can sign in: the first administrator, and in a demonstration the accounts to try it with. */
@NullMarked
package org.jingzhun.identity.start;

import org.jspecify.annotations.NullMarked;
