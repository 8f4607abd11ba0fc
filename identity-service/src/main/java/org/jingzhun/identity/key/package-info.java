/**
 * The keys that sign tokens: kept encrypted in the database, replaced regularly, and published some time before their first
 * and after their last signature, so that nobody meets a token whose key he cannot find.
 */
@NullMarked
package org.jingzhun.identity.key;

import org.jspecify.annotations.NullMarked;
