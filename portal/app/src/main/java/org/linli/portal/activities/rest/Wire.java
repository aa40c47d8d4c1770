package org.linli.portal.activities.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;

/** Reads what came over the wire; whatever is malformed is refused with the field's name. */
final class Wire {
    private Wire() {}

    static @Nullable Long id(@Nullable String text, String field) {
        return text == null || text.isBlank() ? null : (Long) Id.ofField(text, field);
    }

    static List<Long> ids(@Nullable List<String> texts, String field) {
        List<Long> ids = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            ids.add(Id.ofField(String.valueOf(text), field));
        }
        return ids;
    }

    /** An RFC 3339 time, in whole microseconds as the database keeps it. */
    static @Nullable Instant time(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9000-01-01T00:00:00Z"))) {
                throw DomainException.invalidField(field, "activities.bad-time");
            }
            return instant.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw DomainException.invalidField(field, "activities.bad-time");
        }
    }

    static @Nullable String text(@Nullable Long id) {
        return id == null ? null : String.valueOf(id);
    }
}
