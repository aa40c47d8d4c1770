package org.linli.portal.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.Descriptor;

/**
 * What a brand added to an order, in the reader's language.
 *
 * @param brandId the brand
 * @param communityId where
 * @param brandName its name
 * @param type code of the order type
 * @param fields declared fields that have a value
 * @param participants people in roles beyond principal, placer and volunteer
 * @param parent the order that it follows from, null for none
 * @param children orders that follow from it
 * @param dueAt when it must be done, null for no limit
 * @param step the step that waits, null for none
 * @param steps those that were taken, oldest first
 */
public record BrandOrderDetail(
        String brandId,
        long communityId,
        String brandName,
        String type,
        List<Field> fields,
        List<Participant> participants,
        @Nullable Relative parent,
        List<Relative> children,
        @Nullable Instant dueAt,
        @Nullable Waiting step,
        List<Taken> steps) {
    public BrandOrderDetail {
        fields = List.copyOf(fields);
        participants = List.copyOf(participants);
        children = List.copyOf(children);
        steps = List.copyOf(steps);
    }

    /**
     * A field.
     *
     * @param label in the reader's language
     * @param value as text; of photos the ids, joined by commas
     * @param flag whether the value is {@code true} or {@code false}
     * @param photos ids of uploads, for fields of that type
     */
    public record Field(String name, String label, String value, boolean flag, List<String> photos) {
        public Field {
            photos = List.copyOf(photos);
        }
    }

    /** Somebody in a role. */
    public record Participant(String role, String roleName, long personId, String name) {}

    /** Another order. */
    public record Relative(long id, String number, OrderStatus status) {}

    /**
     * The step that waits.
     *
     * @param mine whether the reader may take it
     * @param form declared inputs; labels are keys of the brand's texts
     */
    public record Waiting(
            String code, String name, @Nullable Instant dueAt, boolean mine, List<Descriptor.Input> form) {
        public Waiting {
            form = List.copyOf(form);
        }
    }

    /**
     * A step that was taken.
     *
     * @param outcome null when it went on waiting
     * @param input what was put in
     */
    public record Taken(
            String code,
            String name,
            Instant at,
            String actorName,
            @Nullable String outcome,
            String note,
            Data input) {}
}
