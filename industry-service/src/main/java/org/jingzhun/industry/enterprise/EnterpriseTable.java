package org.jingzhun.industry.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jingzhun.starter.ledger.LedgerTable;
import org.jspecify.annotations.Nullable;

/** The table of enterprises; their number is the credit code. */
class EnterpriseTable implements LedgerTable<Enterprise> {

    @Override
    public String name() {
        return "enterprise";
    }

    @Override
    public String kind() {
        return "enterprise";
    }

    @Override
    public Map<String, @Nullable Object> columns(Enterprise enterprise) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("name", enterprise.name());
        columns.put("kind", enterprise.kind().name());
        columns.put("level", level(enterprise));
        return columns;
    }

    @Override
    public Enterprise content(ResultSet row) throws SQLException {
        var level = row.getString("level");
        return new Enterprise(row.getString("name"), EnterpriseKind.valueOf(row.getString("kind")),
                level == null ? null : EnterpriseLevel.valueOf(level));
    }

    @Override
    public Map<String, @Nullable Object> publicState(Enterprise enterprise) {
        var state = new LinkedHashMap<String, @Nullable Object>();
        state.put("kind", enterprise.kind().name());
        state.put("level", level(enterprise));
        return state;
    }

    private static @Nullable String level(Enterprise enterprise) {
        return enterprise.level() == null ? null : enterprise.level().name();
    }
}
