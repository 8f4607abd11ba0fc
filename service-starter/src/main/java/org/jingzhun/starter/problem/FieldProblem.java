package org.jingzhun.starter.problem;

/**
 * One thing that is wrong with the input.
 *
 * @param pointer where: a JSON pointer into the body ({@code /members/0/name}), or the name of a parameter
 * @param detail what is wrong and what would be right; never the value, which may be personal
 */
public record FieldProblem(String pointer, String detail) {}
