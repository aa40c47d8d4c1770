package org.linli.portal.hours;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 服务记录 as it is shown.
 *
 * @param id identifier
 * @param community where
 * @param volunteer who served
 * @param item what was done
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param minutes whole minutes, negative in a reversing record
 * @param evidence a letter from A to E
 * @param recordedAt when it entered the record
 * @param order of which order, null for a back-entry
 * @param change what it corrects and whether it stands
 */
public record ServiceEntry(
        long id,
        Place community,
        Volunteer volunteer,
        Item item,
        Instant startedAt,
        Instant endedAt,
        int minutes,
        String evidence,
        Instant recordedAt,
        @Nullable Order order,
        Change change)
        implements Serializable {
    private static final String HIDDEN = "**";

    /**
     * What streets and districts see of it, as of its order: nothing that the volunteer wrote, and of the name the first
     * letter, unless somebody wants it corrected: that takes two who know whose it is.
     */
    public ServiceEntry fromAbove() {
        String name = volunteer.name();
        String shown =
                change.isQuiet() && !name.isEmpty() ? name.substring(0, name.offsetByCodePoints(0, 1)) + HIDDEN : name;
        return new ServiceEntry(
                id,
                community,
                new Volunteer(volunteer.id(), shown, ""),
                item,
                startedAt,
                endedAt,
                minutes,
                evidence,
                recordedAt,
                order == null ? null : new Order(order.id(), order.number(), ""),
                change);
    }

    /** A community. */
    public record Place(long id, String name) implements Serializable {}

    /** Who served. */
    public record Volunteer(long id, String name, String publicNumber) implements Serializable {}

    /** What was done. */
    public record Item(long id, String name, String nameEn) implements Serializable {
        /** Its name in the reader's language, the Chinese one when there is no English one. */
        public String name(boolean chinese) {
            return chinese || nameEn.isEmpty() ? name : nameEn;
        }
    }

    /**
     * The order that was served.
     *
     * @param journal what the volunteer wrote at its end, may be empty
     */
    public record Order(long id, String number, String journal) implements Serializable {}

    /**
     * Its place among corrections.
     *
     * @param reversesId the record that it takes back, null for others
     * @param replacesId the record in whose place it stands, null for others
     * @param reason why, empty for the first record of an order
     * @param stands whether it counts: it reverses none and none reverses it
     * @param wish state of the latest correction that was asked for, null when none was
     */
    public record Change(
            @Nullable Long reversesId,
            @Nullable Long replacesId,
            String reason,
            boolean stands,
            @Nullable CorrectionStatus wish)
            implements Serializable {
        /** Whether nobody is looking at a wish for its correction. */
        public boolean isQuiet() {
            return wish == null || wish.isOver();
        }
    }
}
