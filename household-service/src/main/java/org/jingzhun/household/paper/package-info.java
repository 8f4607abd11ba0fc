/**
 * Paper 【纸质档案】: the household card 【户卡】 and the village register 【村簿】 as PDF, with Chinese letters embedded. Numbers stand in them
 * masked: what is printed lies about.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"division", "field", "history", "record", "register"})
package org.jingzhun.household.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
