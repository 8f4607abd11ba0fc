package org.jingzhun.relocation.settlement;

/** How near the border a settlement lies 【0—3公里、3—20公里】; which distances these are is data, see {@link BorderBands}. */
enum BorderBand {
    FIRST_LINE, BORDER_ZONE, INLAND
}
