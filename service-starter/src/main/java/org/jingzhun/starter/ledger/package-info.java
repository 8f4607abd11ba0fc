/**
 * Ledgers 【台账】: records that lie in a division, are changed and closed, and never deleted.
 *
 * <p>A service says what stands in its table ({@link org.jingzhun.starter.ledger.LedgerTable}) and gets the rest:
 * {@link org.jingzhun.starter.ledger.Ledger} keeps within the caller's scope, writes every version into a table that only grows,
 * records each deed in the audit and tells it as a fact where the service has a feed, all in one transaction.
 */
@NullMarked
package org.jingzhun.starter.ledger;

import org.jspecify.annotations.NullMarked;
