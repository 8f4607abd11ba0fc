package org.jingzhun.household.correction;

/** Whose field it is: the household's, the person's, or of the person's place in the household. */
enum Target {
    HOUSEHOLD, PERSON, MEMBERSHIP;

    String table() {
        return switch (this) {
            case HOUSEHOLD -> "household";
            case PERSON -> "person";
            case MEMBERSHIP -> "membership";
        };
    }
}
