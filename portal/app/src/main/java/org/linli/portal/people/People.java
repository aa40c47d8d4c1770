package org.linli.portal.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.security.FieldCipher;
import org.linli.portal.platform.time.Clocks;

/** Reads persons for other features. Knows no callers: whoever shows a person to somebody checks that first. */
@ApplicationScoped
public class People {
    private static final int MAX_FOUND = 50;
    static final String PERSON = "SELECT p.id, p.community_id, p.home_unit_id, p.name, p.public_number, p.phone_cipher,"
            + " p.address, p.birth_year, p.version FROM person p ";

    private final Sql sql;
    private final FieldCipher cipher;
    private final Clock clock;

    @Inject
    public People(Sql sql, FieldCipher cipher, Clock clock) {
        this.sql = sql;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * The person with that id.
     *
     * @throws DomainException 404 when there is none
     */
    public PersonView person(long id) {
        return find(id).orElseThrow(DomainException::notFound);
    }

    /**
     * The community that the person belongs to.
     *
     * @throws DomainException 404 when there is no such person
     */
    public long communityOf(long id) {
        return sql.first("SELECT community_id FROM person WHERE id = ?", row -> row.number(1), id)
                .orElseThrow(DomainException::notFound);
    }

    /** The person with that id, if there is one. */
    public Optional<PersonView> find(long id) {
        return sql.first(PERSON + "WHERE p.id = ?", this::view, id);
    }

    /** Names of many at once; whoever does not exist is missing from the map. */
    public Map<Long, String> names(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, String> names = new HashMap<>();
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        sql.list(
                "SELECT id, name FROM person WHERE id IN (" + marks + ")",
                row -> names.put(row.number(1), row.text(2)),
                ids.toArray());
        return names;
    }

    /**
     * Persons of a community by a part of the name, pinyin initials or syllables, public number or whole telephone
     * number; at most 50, the best known spelling first.
     */
    public List<PersonView> search(long communityId, String text, int limit) {
        Search search = Search.of(text, cipher);
        Object[] arguments = search.arguments(communityId, Math.min(limit, MAX_FOUND));
        return sql.list(
                PERSON + "WHERE p.community_id = ? AND " + Search.CONDITION + " ORDER BY p.name_pinyin, p.id LIMIT ?",
                this::view,
                arguments);
    }

    /**
     * The person's telephone number in full. Whoever shows it leaves a line in the audit log.
     *
     * @return null when none is known
     */
    public @Nullable Phone phone(long personId) {
        return sql.first(
                        "SELECT phone_cipher FROM person WHERE id = ? AND phone_cipher IS NOT NULL",
                        row -> new Phone(cipher.decrypt(row.bytes(1))),
                        personId)
                .orElse(null);
    }

    /** Ids of those who hold the role at exactly that unit today, for telling them of something. */
    public List<Long> holders(Role role, long unitId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
        return sql.list(
                "SELECT DISTINCT person_id FROM role_grant WHERE org_unit_id = ? AND role = ? AND status = 'ACTIVE'"
                        + " AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)",
                row -> row.number(1),
                unitId,
                role,
                today,
                today);
    }

    /**
     * The same in the order of ids, some at a time.
     *
     * @param personId only those above that one
     */
    public List<Long> holders(Role role, long unitId, long personId, int limit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
        return sql.list(
                "SELECT DISTINCT person_id FROM role_grant WHERE org_unit_id = ? AND role = ? AND status = 'ACTIVE'"
                        + " AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) AND person_id > ?"
                        + " ORDER BY person_id LIMIT ?",
                row -> row.number(1),
                unitId,
                role,
                today,
                today,
                personId,
                limit);
    }

    PersonView view(Sql.Row row) throws SQLException {
        byte[] phone = row.bytes(6);
        Long birthYear = row.numberOrNull(8);
        return new PersonView(
                row.number(1),
                row.number(2),
                row.number(3),
                row.text(4),
                row.text(5),
                masked(phone),
                row.text(7),
                birthYear == null ? null : (Integer) birthYear.intValue(),
                row.number(9));
    }

    private @Nullable String masked(byte @Nullable [] phone) {
        return phone == null ? null : new Phone(cipher.decrypt(phone)).masked();
    }

    /** What was typed into a search field, ready for SQL. */
    record Search(String name, String initials, String syllables, String number, byte[] phone) {
        static final String CONDITION = "(p.name LIKE ? ESCAPE '|' OR p.name_pinyin LIKE ? ESCAPE '|'"
                + " OR p.name_pinyin LIKE ? ESCAPE '|' OR p.public_number = ? OR p.phone_index = ?)";
        private static final byte[] NO_PHONE = new byte[32];

        static Search of(String text, FieldCipher cipher) {
            String plain = text.strip().replace("|", "||").replace("%", "|%").replace("_", "|_");
            String latin = plain.toLowerCase(Locale.ROOT).replace(" ", "");
            boolean ascii = latin.chars().allMatch(c -> c < 128) && !latin.isEmpty();
            return new Search(
                    "%" + plain + "%",
                    ascii ? latin + "%" : "-",
                    ascii ? "% " + latin + "%" : "-",
                    ascii ? text.strip().toUpperCase(Locale.ROOT) : "-",
                    Phone.of(text).map(p -> cipher.blindIndex(p.digits())).orElse(NO_PHONE));
        }

        Object[] arguments(Object before, Object after) {
            return new Object[] {before, name, initials, syllables, number, phone, after};
        }
    }
}
