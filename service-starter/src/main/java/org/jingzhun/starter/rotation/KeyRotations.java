package org.jingzhun.starter.rotation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders rotations of the keys for fields and for digests, and tells how far they have come. The work is done by a job of any instance. */
public class KeyRotations {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean hasDigests;

    KeyRotations(JdbcClient jdbc, Clock clock, boolean hasDigests) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hasDigests = hasDigests;
    }

    /**
     * Orders a new key and the renewal of everything under it, in the transaction of the caller if there is one.
     *
     * @return the number of the rotation
     * @throws RotationRunning if there is one already, of either kind
     * @throws NothingToRotate if this service stores no digests
     */
    public long order(KeyRotation.Kind kind, String account) {
        if (kind == KeyRotation.Kind.DIGESTS && !hasDigests) {
            throw new NothingToRotate();
        }
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            jdbc.sql("""
                    insert into key_rotation (running, kind, not_before, pass, done, total, renewed_in_pass, renewed, unreadable,
                                              ordered_by, ordered_at, changed_at)
                    values (1, :kind, :now, 0, 0, 0, 0, 0, 0, :account, :now, :now)
                    """).param("kind", kind.name()).param("now", now).param("account", account).update();
        } catch (DuplicateKeyException e) {
            throw new RotationRunning();
        }
        return jdbc.sql("select id from key_rotation where running = 1").query(Long.class).single();
    }

    public Optional<KeyRotation> find(long id) {
        return some("id = ?", id).stream().findFirst();
    }

    /** The newest first. */
    public List<KeyRotation> before(long id, int limit) {
        return some("id < ? order by id desc limit " + limit, id);
    }

    private List<KeyRotation> some(String where, long id) {
        return jdbc.sql("""
                select id, kind, running, not_before, pass, target, done, total, renewed, unreadable, ordered_by, ordered_at, finished_at
                  from key_rotation where %s
                """.formatted(where)).param(id).query(this::read).list();
    }

    private KeyRotation read(ResultSet row, int index) throws SQLException {
        var finished = instant(row, "finished_at");
        var waits = row.getInt("pass") == 0
                || clock.instant().isBefore(row.getObject("not_before", LocalDateTime.class).toInstant(ZoneOffset.UTC));
        return new KeyRotation(row.getLong("id"), KeyRotation.Kind.valueOf(row.getString("kind")),
                finished != null ? KeyRotation.State.DONE : waits ? KeyRotation.State.WAITING : KeyRotation.State.RUNNING,
                row.getInt("pass"), row.getString("target"), row.getLong("done"), row.getLong("total"), row.getLong("renewed"),
                row.getLong("unreadable"), row.getString("ordered_by"),
                row.getObject("ordered_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), finished);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
