package org.linli.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many volunteers of one community, with tokens. Written straight into the tables: signing up and hashing the passwords of
 * 64 people over REST takes longer than the tests that need them.
 */
public final class Crowd {
    // below all ids of the portal, which are made of the time
    private static final AtomicLong NEXT_ID = new AtomicLong(System.currentTimeMillis());

    private final List<Member> members = new ArrayList<>();
    private final long teamId;

    /** One of the crowd. */
    public record Member(long id, Rest rest) {}

    private Crowd(long teamId) {
        this.teamId = teamId;
    }

    /** New volunteers, who are also residents, at home where that sign-in is at home, and in one team of their own. */
    public static Crowd gather(RunningPortal portal, String neighbour, int size) {
        try (Connection connection = portal.connect()) {
            connection.setAutoCommit(false);
            Home home = home(connection, neighbour);
            Crowd crowd = new Crowd(NEXT_ID.incrementAndGet());
            Instant now = Instant.now();
            update(
                    connection,
                    "INSERT INTO team (id, parent_id, kind, code, name, org_unit_id, created_at)"
                            + " VALUES (?, NULL, 'SECTION', ?, '众人队', ?, ?)",
                    crowd.teamId,
                    "CROWD" + crowd.teamId,
                    home.community(),
                    Timestamp.from(now));
            for (int i = 0; i < size; i++) {
                crowd.join(connection, portal, home, now);
            }
            connection.commit();
            return crowd;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Member> members() {
        return List.copyOf(members);
    }

    /** The team that all of them are in. */
    public long teamId() {
        return teamId;
    }

    private record Home(long community, long unit, String passwordHash) {}

    private static Home home(Connection connection, String login) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT p.community_id, p.home_unit_id,"
                + " a.password_hash FROM account a JOIN person p ON p.id = a.person_id WHERE a.login = ?")) {
            select.setString(1, login);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Home(row.getLong(1), row.getLong(2), row.getString(3));
            }
        }
    }

    private void join(Connection connection, RunningPortal portal, Home home, Instant now) throws SQLException {
        long id = NEXT_ID.incrementAndGet();
        Timestamp at = Timestamp.from(now);
        LocalDate since = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        update(
                connection,
                "INSERT INTO person (id, community_id, home_unit_id, name, name_pinyin, public_number, created_at)"
                        + " VALUES (?, ?, ?, ?, 'zhong zhong', ?, ?)",
                id,
                home.community(),
                home.unit(),
                "众" + members.size(),
                "C" + Long.toString(id, 36),
                at);
        update(
                connection,
                "INSERT INTO account (person_id, login, password_hash, password_changed_at) VALUES (?, ?, ?, ?)",
                id,
                "crowd" + id,
                home.passwordHash(),
                at);
        for (String role : List.of("VOLUNTEER", "RESIDENT")) {
            update(
                    connection,
                    "INSERT INTO role_grant (id, person_id, org_unit_id, role, status, valid_from, created_at)"
                            + " VALUES (?, ?, ?, ?, 'ACTIVE', ?, ?)",
                    NEXT_ID.incrementAndGet(),
                    id,
                    home.community(),
                    role,
                    since,
                    at);
        }
        update(connection, "INSERT INTO volunteer (person_id, joined_on) VALUES (?, ?)", id, since);
        update(connection, "INSERT INTO volunteer_skill SELECT ?, code FROM skill", id);
        for (int weekday = 1; weekday <= 7; weekday++) {
            update(connection, "INSERT INTO volunteer_availability VALUES (?, ?, 0, 1440)", id, weekday);
        }
        update(connection, "INSERT INTO team_member VALUES (?, ?, 0, ?)", teamId, id, since);
        members.add(new Member(id, Rest.bearer(portal, Secrets.token(connection, id))));
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
