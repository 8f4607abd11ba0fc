package org.jingzhun.household.imports.sheet;

/** What the author's program kept in a cell; a number and a text may look the same on the screen. */
public enum CellKind {
    EMPTY, TEXT, NUMBER, FORMULA, ERROR
}
