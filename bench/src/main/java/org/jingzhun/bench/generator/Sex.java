package org.jingzhun.bench.generator;

/** 【性别】 as the resident ID tells it: an odd sequence number is a man's. */
enum Sex {

    MALE, FEMALE;

    Sex other() {
        return this == MALE ? FEMALE : MALE;
    }
}
