/**
 * The flow of a city 【减贫流量】: households that are poor, leave poverty, fall back and are newly found, year by year, until the published
 * figures come out exactly. Says what happens to whom; knows no table and no key.
 */
@NullMarked
package org.jingzhun.bench.flow;

import org.jspecify.annotations.NullMarked;
