package org.jingzhun.household.register;

/** There is no such person, or he lives where the caller may not look. */
class PersonNotFound extends RuntimeException {

    PersonNotFound() {
        super("There is no such person.", null, false, false);
    }
}
