package org.jingzhun.bench.generator;

import org.jspecify.annotations.Nullable;

/** What a member is to the head 【与户主关系】, and the sex that the word itself fixes. */
enum Relation {

    HEAD("户主", null), //
    SPOUSE("配偶", null), //
    SON("之子", Sex.MALE), //
    DAUGHTER("之女", Sex.FEMALE), //
    DAUGHTER_IN_LAW("之儿媳", Sex.FEMALE), //
    SON_IN_LAW("之女婿", Sex.MALE), //
    GRANDSON("之孙子", Sex.MALE), //
    GRANDDAUGHTER("之孙女", Sex.FEMALE), //
    DAUGHTERS_SON("之外孙子", Sex.MALE), //
    DAUGHTERS_DAUGHTER("之外孙女", Sex.FEMALE), //
    FATHER("之父", Sex.MALE), //
    MOTHER("之母", Sex.FEMALE), //
    WIFES_FATHER("之岳父", Sex.MALE), //
    WIFES_MOTHER("之岳母", Sex.FEMALE), //
    HUSBANDS_FATHER("之公公", Sex.MALE), //
    HUSBANDS_MOTHER("之婆婆", Sex.FEMALE), //
    OTHER("其他", null);

    final String term;
    final @Nullable Sex sex;

    Relation(String term, @Nullable Sex sex) {
        this.term = term;
        this.sex = sex;
    }

    /** The same degree with the other sex, where the language has a word for it. */
    @Nullable
    Relation counterpart() {
        return switch (this) {
            case SON -> DAUGHTER;
            case DAUGHTER -> SON;
            case GRANDSON -> GRANDDAUGHTER;
            case GRANDDAUGHTER -> GRANDSON;
            case DAUGHTERS_SON -> DAUGHTERS_DAUGHTER;
            case DAUGHTERS_DAUGHTER -> DAUGHTERS_SON;
            case FATHER -> MOTHER;
            case MOTHER -> FATHER;
            default -> null;
        };
    }
}
