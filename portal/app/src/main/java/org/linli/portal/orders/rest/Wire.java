package org.linli.portal.orders.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderRef;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;

/** Reads what came over the wire; whatever is malformed is refused with the field's name. */
final class Wire {
    private Wire() {}

    /** The order of a path, in the version of If-Match when that was sent. */
    static OrderRef order(String id, @Nullable String ifMatch) {
        return new OrderRef(Id.ofPath(id), ifMatch == null ? null : (Long) EntityTags.version(ifMatch));
    }

    static @Nullable Long id(@Nullable String text, String field) {
        return text == null ? null : (Long) Id.ofField(text, field);
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
        if (text == null) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9000-01-01T00:00:00Z"))) {
                throw DomainException.invalidField(field, "orders.bad-time");
            }
            return instant.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw DomainException.invalidField(field, "orders.bad-time");
        }
    }

    static <E extends Enum<E>> @Nullable E constant(@Nullable String text, Class<E> type, String field) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> DomainException.invalidField(
                        field,
                        "orders.unknown-choice",
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
