/**
 * Accounts 【账号】: persons and other systems, the grants they hold, and their administration within the administrator's own
 * area.
 *
 * <p>Whatever takes rights away tells it by {@link org.jingzhun.identity.account.AccessChanged} inside its own transaction.
 */
@NullMarked
package org.jingzhun.identity.account;

import org.jspecify.annotations.NullMarked;
