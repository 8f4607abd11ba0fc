package org.jingzhun.identity.account;

import org.jingzhun.starter.access.Grant;
import org.springframework.data.relational.core.mapping.Table;

/** One row of what an account may do where. */
@Table("account_grant")
record AccountGrant(String role, String department, String area) {

    static AccountGrant of(Grant grant) {
        return new AccountGrant(grant.role(), grant.department(), grant.area());
    }

    Grant toGrant() {
        return new Grant(role, department, area);
    }
}
