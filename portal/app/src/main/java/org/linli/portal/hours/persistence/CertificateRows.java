package org.linli.portal.hours.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.linli.portal.hours.Certificate;
import org.linli.portal.hours.ServiceEntry;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;

/** Certificates as they were issued. Knows no callers. */
@ApplicationScoped
public class CertificateRows {
    private static final String CERTIFICATE =
            "SELECT k.id, k.number, k.person_id, p.name, p.public_number, k.community_id, u.name, k.first_day, k.last_day,"
                    + " k.services, k.minutes, k.stars, k.issued_at FROM service_certificate k"
                    + " JOIN person p ON p.id = k.person_id JOIN org_unit u ON u.id = k.community_id WHERE ";
    private static final int MOST = 50;

    private final Sql sql;
    private final Clock clock;

    @Inject
    public CertificateRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a certificate says. */
    public record Content(
            long personId,
            long communityId,
            LocalDate firstDay,
            LocalDate lastDay,
            int services,
            int minutes,
            int stars) {}

    /** Keeps a certificate under that number. */
    public long add(Content content, String number) {
        long id = Ids.next();
        sql.update(
                "INSERT INTO service_certificate (id, number, person_id, community_id, first_day, last_day, services,"
                        + " minutes, stars, issued_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                number,
                content.personId(),
                content.communityId(),
                content.firstDay(),
                content.lastDay(),
                content.services(),
                content.minutes(),
                content.stars(),
                clock.instant());
        return id;
    }

    /** The certificate with that id. */
    public Optional<Certificate> find(long id) {
        return sql.first(CERTIFICATE + "k.id = ?", CertificateRows::certificate, id);
    }

    /** The certificate with that number. */
    public Optional<Certificate> find(String number) {
        return sql.first(CERTIFICATE + "k.number = ?", CertificateRows::certificate, number);
    }

    /** Those of a person, newest first. */
    public List<Certificate> of(long personId) {
        return sql.list(
                CERTIFICATE + "k.person_id = ? ORDER BY k.id DESC LIMIT " + MOST,
                CertificateRows::certificate,
                personId);
    }

    private static Certificate certificate(Sql.Row row) throws SQLException {
        return new Certificate(
                row.number(1),
                row.text(2),
                new Certificate.Holder(row.number(3), row.text(4), row.text(5), null),
                new ServiceEntry.Place(row.number(6), row.text(7)),
                LocalDate.parse(row.text(8)),
                LocalDate.parse(row.text(9)),
                row.integer(10),
                row.integer(11),
                row.integer(12),
                row.instant(13));
    }
}
