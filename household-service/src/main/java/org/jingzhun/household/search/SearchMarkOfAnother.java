package org.jingzhun.household.search;

/** The mark of a page belongs to another search. */
class SearchMarkOfAnother extends RuntimeException {

    SearchMarkOfAnother() {
        super("The mark belongs to another search.", null, false, false);
    }
}
