/**
 * Audit 【审计】 remembers who did what, acting for whom, when, from where and to what, in the transaction of the deed itself.
 *
 * <p>{@link org.jingzhun.starter.audit.Audit} inserts; a recurring job chains the entries in batches ({@code audit_seal}, SM3), so
 * that a changed, removed or slipped-in entry is found by {@link org.jingzhun.starter.audit.AuditChain}. The application's account
 * can neither change nor delete either table.
 */
@NullMarked
package org.jingzhun.starter.audit;

import org.jspecify.annotations.NullMarked;
