package org.linli.portal.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.security.FieldCipher;

/** Many people at once. Knows no callers: whoever hands it on decides what may be seen, and logs telephone numbers that are. */
@ApplicationScoped
public class Contacts {
    private static final String CONTACT =
            "SELECT p.id, p.community_id, p.home_unit_id, p.name, p.phone_cipher FROM person p ";

    private final Sql sql;
    private final FieldCipher cipher;

    @Inject
    public Contacts(Sql sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /** Those of them that exist, by name. */
    public List<Contact> of(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return sql.list(
                CONTACT + "WHERE p.id IN (" + marks + ") ORDER BY p.name_pinyin, p.id", this::view, ids.toArray());
    }

    /** Who is in the team with that code in the community, leaders first; at most 1,000. */
    public List<Contact> ofTeam(long communityId, String teamCode) {
        return sql.list(
                CONTACT + "JOIN team_member m ON m.person_id = p.id JOIN team t ON t.id = m.team_id"
                        + " JOIN org_unit u ON u.id = t.org_unit_id WHERE t.code = ? AND u.community_id = ?"
                        + " ORDER BY m.leader DESC, p.name_pinyin, p.id LIMIT 1000",
                this::view,
                teamCode,
                communityId);
    }

    private Contact view(Sql.Row row) throws SQLException {
        byte[] phone = row.bytes(5);
        return new Contact(
                row.number(1), row.number(2), row.number(3), row.text(4), phone == null ? null : cipher.decrypt(phone));
    }
}
