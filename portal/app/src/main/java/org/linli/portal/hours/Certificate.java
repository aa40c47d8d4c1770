package org.linli.portal.hours;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 志愿服务记录证明 as it was issued.
 *
 * @param id identifier
 * @param number by which others ask whether it is genuine, twelve characters
 * @param holder who served
 * @param community that issued it
 * @param firstDay first day of the period, Asia/Shanghai
 * @param lastDay last day of the period, included
 * @param services how many
 * @param minutes in the period
 * @param stars in all, when it was issued
 * @param issuedAt when
 */
public record Certificate(
        long id,
        String number,
        Holder holder,
        ServiceEntry.Place community,
        LocalDate firstDay,
        LocalDate lastDay,
        int services,
        int minutes,
        int stars,
        Instant issuedAt)
        implements Serializable {
    /**
     * Who served. The portal keeps no number of an ID card: whoever stamps the paper compares the card and writes it.
     *
     * @param phone masked, null when none is known
     */
    public record Holder(
            long id,
            String name,
            String publicNumber,
            @Nullable String phone) implements Serializable {}

    /**
     * A certificate with its services.
     *
     * @param entries the oldest first, as they stood when it was issued
     */
    public record Full(Certificate certificate, List<ServiceEntry> entries) implements Serializable {
        public Full {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What anybody learns who has the number.
     *
     * @param name with all characters but the first hidden
     * @param current whether the time record still says the same; false after a correction
     */
    public record Check(
            String number,
            String name,
            String community,
            LocalDate firstDay,
            LocalDate lastDay,
            int services,
            int minutes,
            Instant issuedAt,
            boolean current)
            implements Serializable {}
}
