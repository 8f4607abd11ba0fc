package org.jingzhun.finance.fundsource;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jingzhun.starter.ledger.LedgerTable;
import org.jspecify.annotations.Nullable;

/** The table of sources of funds. */
class FundSourceTable implements LedgerTable<FundSource> {

    @Override
    public String name() {
        return "fund_source";
    }

    @Override
    public String kind() {
        return "fund-source";
    }

    @Override
    public Map<String, @Nullable Object> columns(FundSource source) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("kind", source.kind().name());
        columns.put("level", level(source));
        columns.put("budget_subject", source.budgetSubject());
        columns.put("source_department", source.sourceDepartment());
        columns.put("document_number", source.documentNumber());
        columns.put("budget_year", source.year());
        columns.put("amount", source.amount().yuan());
        return columns;
    }

    @Override
    public FundSource content(ResultSet row) throws SQLException {
        var level = row.getString("level");
        return new FundSource(FundKind.valueOf(row.getString("kind")), level == null ? null : FundLevel.valueOf(level),
                row.getString("budget_subject"), row.getString("source_department"), row.getString("document_number"),
                row.getInt("budget_year"), new Amount(row.getBigDecimal("amount")));
    }

    @Override
    public Map<String, @Nullable Object> publicState(FundSource source) {
        var state = new LinkedHashMap<String, @Nullable Object>();
        state.put("kind", source.kind().name());
        state.put("level", level(source));
        state.put("budgetSubject", source.budgetSubject());
        state.put("documentNumber", source.documentNumber());
        state.put("year", source.year());
        state.put("amount", source.amount().written());
        return state;
    }

    private static @Nullable String level(FundSource source) {
        return source.level() == null ? null : source.level().name();
    }
}
