/**
 * Ledgers 【台账】: records that lie in a division, are changed and closed, and never deleted.
 *
 * <p>A service says what stands in its table ({@link org.jingzhun.starter.ledger.LedgerTable}) and gets the rest:
 * {@link org.jingzhun.starter.ledger.Ledger} keeps within the caller's scope, writes every version into a table that only grows, and records
 * each deed in the audit in the same transaction.
 */
@NullMarked
package org.jingzhun.starter.ledger;

import org.jspecify.annotations.NullMarked;
