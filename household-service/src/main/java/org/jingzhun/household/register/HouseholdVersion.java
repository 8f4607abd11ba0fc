package org.jingzhun.household.register;

/**
 * One number for the state of a household and of all who live in it, so that an answer read before any of them changed is known to be old.
 *
 * <p>Household, person and membership count their own versions, and an import raises only those that it changed; hence the mixture. A
 * household without members has its own version.
 */
public final class HouseholdVersion {

    private HouseholdVersion() {}

    /** A household without anybody in it. */
    public static long of(int householdVersion) {
        return householdVersion;
    }

    /** The number so far, and one more member; in which order they come makes no difference. */
    public static long with(long version, long membership, int membershipVersion, int personVersion) {
        long mixed = (membership * 1_000_003 + membershipVersion) * 1_000_003 + personVersion;
        mixed *= 0x9e37_79b9_7f4a_7c15L;
        return version + (mixed ^ mixed >>> 29) & 0x1f_ffff_ffff_ffffL; // a number that JavaScript can hold
    }
}
