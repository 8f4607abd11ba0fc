package org.jingzhun.starter.access;

/**
 * What an account may do where: a role of a department within an area 【授权】.
 *
 * @param area a division prefix of 2, 4, 6, 9 or 12 digits; empty for the whole country
 */
public record Grant(String role, String department, String area) {

    public Grant {
        if (role.isBlank()) {
            throw new IllegalArgumentException("a grant without a role");
        }
        if (!CodeRange.isPrefix(area)) {
            throw new IllegalArgumentException("not an area: " + area);
        }
    }

    public CodeRange range() {
        return CodeRange.under(area);
    }
}
