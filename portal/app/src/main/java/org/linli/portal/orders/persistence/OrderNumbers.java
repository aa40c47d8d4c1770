package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.time.Clocks;

/** Numbers that people read out on the phone: the day and five characters of which none is taken for another. */
@ApplicationScoped
public class OrderNumbers {
    /** Crockford's base 32: no I, L, O, U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 5;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(Clocks.ZONE);

    private final SecureRandom random = new SecureRandom();
    private final Sql sql;

    @Inject
    public OrderNumbers(Sql sql) {
        this.sql = sql;
    }

    /** A number that no order of that community has yet. */
    public String next(long communityId, Instant now) {
        String number = candidate(now);
        while (taken(communityId, number)) {
            number = candidate(now);
        }
        return number;
    }

    private String candidate(Instant now) {
        StringBuilder number = new StringBuilder(DAY.format(now)).append('-');
        for (int i = 0; i < LENGTH; i++) {
            number.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }

    private boolean taken(long communityId, String number) {
        return sql.number(
                        "SELECT COUNT(*) FROM service_order WHERE community_id = ? AND number = ?", communityId, number)
                > 0;
    }
}
