package org.linli.portal.people;

import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.linli.database.TestDatabase;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.platform.Fired;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestTransactions;
import org.linli.portal.platform.security.FieldCipher;

/** Two communities of one street on a schema of its own, and the people package wired by hand. */
final class PeopleFixture {
    static final OrgUnitView STREET = new OrgUnitView(2, 1L, OrgLevel.STREET, "S", "仁和街道", "1/2/", null, null, null);
    static final OrgUnitView A = new OrgUnitView(3, 2L, OrgLevel.COMMUNITY, "A", "贵苑社区", "1/2/3/", 3L, null, null);
    static final OrgUnitView B = new OrgUnitView(4, 2L, OrgLevel.COMMUNITY, "B", "旺家社区", "1/2/4/", 4L, null, null);
    static final OrgUnitView GRID_A = new OrgUnitView(5, 3L, OrgLevel.GRID, "A1", "第1网格", "1/2/3/5/", 3L, null, null);

    final TestDatabase database = TestDatabase.create();
    final TestTransactions transactions = new TestTransactions(database);
    final Sql sql = new Sql(transactions.joiningOrAlone());
    final Clock clock = Clock.systemUTC();
    final FieldCipher cipher = new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]));
    final People people = new People(sql, cipher, clock);
    final Volunteers volunteers = new Volunteers(sql, clock);
    final Grants grants = new Grants(sql, clock);
    final Profiles profiles = new Profiles(sql, volunteers);
    final List<Object> events = new ArrayList<>();

    PeopleFixture() {
        transactions.run(() -> {
            sql.update("INSERT INTO org_unit (id, level, code, name, path, created_at)"
                    + " VALUES (1, 'DISTRICT', 'D', '仁山区', '1/', '2026-01-01')");
            List.of(STREET, A, B, GRID_A).forEach(this::insert);
            sql.update("INSERT INTO skill (code, name_zh, name_en, position) VALUES ('cooking', '做饭', 'Cooking', 1),"
                    + " ('medical', '医护常识', 'Basic medical care', 2)");
        });
    }

    private void insert(OrgUnitView unit) {
        sql.update(
                "INSERT INTO org_unit (id, parent_id, level, code, name, path, community_id, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, '2026-01-01')",
                unit.id(),
                unit.parentId(),
                unit.level(),
                unit.code(),
                unit.name(),
                unit.path(),
                unit.communityId());
    }

    /** A person with a telephone number; {@code number} makes both unique. */
    long person(long number, OrgUnitView home, String name) {
        String phone = "1540000" + (1000 + number);
        transactions.run(() -> sql.update(
                "INSERT INTO person (id, community_id, home_unit_id, name, name_pinyin, phone_cipher, phone_index,"
                        + " public_number, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                home.communityId(),
                home.id(),
                name,
                NamePinyin.of(name),
                cipher.encrypt(phone),
                cipher.blindIndex(phone),
                "L" + number,
                Instant.now()));
        return number;
    }

    /** An event that only remembers what was fired. */
    <T> Event<T> event() {
        return Fired.to(events::add);
    }
}
