package org.jingzhun.household.imports;

import java.util.List;

import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files went into the register of an area, by whom and with what result 【导入记录】. */
@Component
class ImportHistory {

    private final JdbcClient jdbc;

    ImportHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest first.
     *
     * @param second where the caller may order the commit of what colleagues have uploaded
     */
    List<ImportJob> of(String account, Area area, Scope second, @Nullable ImportState state, long before, int limit) {
        var mine = area.scope().condition("j.place");
        var others = second.condition("j.place", "second");
        return jdbc.sql("""
                select %s from (select i.*, rpad(i.area, 12, '0') as place from import_job i) j
                 where j.id < :before and %s
                   and (j.account = :account or (%s and (j.committer = :account
                        or (j.state = 'CHECKED' and (j.sensitive_households > 0 or j.conflicting_rows > 0)))))
                   and (:state is null or j.state = :state)
                 order by j.id desc limit :limit
                """.formatted(ImportJob.COLUMNS, mine.sql(), others.sql())).params(mine.params()).params(others.params())
                .param("account", account).param("before", before).param("state", state == null ? null : state.name())
                .param("limit", limit).query(ImportJob.class).list();
    }
}
