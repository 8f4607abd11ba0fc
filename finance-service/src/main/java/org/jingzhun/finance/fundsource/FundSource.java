package org.jingzhun.finance.fundsource;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a source of funds.
 *
 * @param level whose budget it comes from; with {@code budgetSubject} and {@code documentNumber} always there for money of a budget
 * @param budgetSubject code of the budget subject 【预算科目】: class, section, item
 * @param sourceDepartment who gives it, such as 林业局; it stays known when the money is put together with other money
 * @param documentNumber of the paper that allocates it 【文号】
 */
record FundSource(FundKind kind, @Nullable FundLevel level, @Nullable String budgetSubject, String sourceDepartment,
        @Nullable String documentNumber, int year, Amount amount) {

    FundSource {
        switch (kind.budget()) {
            case ALWAYS -> {
                if (level == null || budgetSubject == null || documentNumber == null) {
                    throw new BudgetMissing();
                }
            }
            case NEVER -> {
                if (level != null || budgetSubject != null) {
                    throw new NoBudgetMoney();
                }
            }
            case PERHAPS -> {
                // as the document says
            }
        }
    }
}
