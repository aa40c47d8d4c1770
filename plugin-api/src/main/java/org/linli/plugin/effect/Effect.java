package org.linli.plugin.effect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;

/**
 * Something that the core is asked to do, in the community and for the actor of the call. The effects of one answer are
 * applied in one transaction, all or none, in their order; each is checked against the descriptor's {@code needs} and
 * declarations, and against bounds (at most 200 effects an answer, 64 KB a record). A refused effect refuses the whole
 * answer with a message for the person, and is counted against the brand.
 *
 * <p>Repeating an answer is safe where the effect carries a key of its own: that is said with each.
 */
public sealed interface Effect {
    // --- records

    /**
     * Writes a record whole. With a version it fails if somebody changed the record meanwhile; with 0 only if it exists; with
     * {@link #ANY} never.
     *
     * @param kind declared in the descriptor
     * @param key unique in (brand, community, kind), at most 120 ASCII characters
     * @param data at most 64 KB as JSON; declared sealed fields are encrypted
     * @param version that was read, 0 for a new one, {@link #ANY}
     */
    record PutRecord(String kind, String key, Data data, long version) implements Effect {}

    /** Whatever version. */
    long ANY = -1;

    /** Removes a record; nothing happens when there is none. */
    record RemoveRecord(String kind, String key) implements Effect {}

    // --- orders

    /**
     * Places an order of one of the brand's types.
     *
     * @param type declared order type
     * @param unitId where the service happens
     * @param principalId who needs it; null for the actor
     * @param description in words, at most 500 characters
     * @param fields declared extension fields
     * @param participants person ids by declared participant role
     * @param parentId the order that it follows from, null for none
     * @param due how long it may take, null for what the type declares
     * @param dedupKey while an order with this key is open, another one is not placed: the effect does nothing then. Null
     *     for none
     */
    record PlaceOrder(
            String type,
            String unitId,
            @Nullable String principalId,
            String description,
            Data fields,
            Map<String, List<String>> participants,
            @Nullable String parentId,
            @Nullable Duration due,
            @Nullable String dedupKey)
            implements Effect {
        public PlaceOrder {
            participants = Map.copyOf(participants);
        }
    }

    /** Sets declared extension fields of an open order; other fields stay. */
    record SetFields(String orderId, Data fields) implements Effect {}

    /** Puts a person into a declared participant role of an open order; harmless when they are in it. */
    record AddParticipant(String orderId, String role, String personId) implements Effect {}

    /** Cancels an open order of the brand. */
    record CancelOrder(String orderId, String reason) implements Effect {}

    // --- activities

    /**
     * Plans an activity, or a series of them when there is a recurrence.
     *
     * @param key unique in (brand, community): planning the same key again changes the plan and leaves dates that are over
     * @param kind declared in the descriptor
     * @param title shown title
     * @param unitId where
     * @param place in words, may be empty
     * @param startsAt begin of the first date; a single date may lie up to 31 days back, so that what took place can be logged
     * @param length how long one takes
     * @param recurrence null for a single date
     * @param capacity how many may sign up, null for no bound, 0 for nobody
     * @param assigned person ids of those who are on it
     * @param data the brand's own, handed back with each date
     */
    record PlanActivity(
            String key,
            String kind,
            String title,
            String unitId,
            String place,
            Instant startsAt,
            Duration length,
            @Nullable Recurrence recurrence,
            @Nullable Integer capacity,
            List<String> assigned,
            Data data)
            implements Effect {
        public PlanActivity {
            assigned = List.copyOf(assigned);
        }
    }

    /**
     * How dates repeat, in the time zone of the portal.
     *
     * @param every days, weeks or months between dates
     * @param unit {@code DAY}, {@code WEEK} or {@code MONTH}
     * @param weekdays 1 (Monday) to 7, for weeks; empty for the weekday of the first date
     * @param until last instant at which a date may begin, null for no end
     */
    record Recurrence(
            int every,
            String unit,
            List<Integer> weekdays,
            @Nullable Instant until) {
        public Recurrence {
            weekdays = List.copyOf(weekdays);
        }
    }

    /** Ends a series or a single date by its key: what has not begun is cancelled, what is over stays. */
    record EndActivity(String key, String reason) implements Effect {}

    /**
     * Changes who is assigned to one date.
     *
     * @param activityId the activity; for a single date also {@code key:} and the key that it was planned with, even in the same
     *     answer. So it is with the next two.
     */
    record AssignActivity(String activityId, List<String> personIds) implements Effect {
        public AssignActivity {
            personIds = List.copyOf(personIds);
        }
    }

    /**
     * One date has taken place. Does nothing when it is finished already.
     *
     * @param attended minutes by person id; also people who were neither assigned nor signed up
     * @param heads how many people were there in all
     * @param data replaces the brand's own
     */
    record FinishActivity(String activityId, Map<String, Integer> attended, int heads, Data data) implements Effect {
        public FinishActivity {
            attended = Map.copyOf(attended);
        }
    }

    /** Cancels one date. */
    record CancelActivity(String activityId, String reason) implements Effect {}

    // --- demonstration

    /** Gives a role of the brand to a person. Only in {@link org.linli.plugin.Brand#demo}: elsewhere administrators do that. */
    record GrantRole(String personId, String role) implements Effect {}

    /**
     * An order of history. Only in {@link org.linli.plugin.Brand#demo}.
     *
     * @param order as it was placed
     * @param placedAt when
     * @param served null for one that is open still; otherwise it went through all its steps and is closed
     */
    record PastOrder(
            PlaceOrder order, Instant placedAt, @Nullable Served served) implements Effect {
        /** By whom, how long and when it was closed. */
        public record Served(String personId, int minutes, Instant at) {}
    }

    // --- people, points, documents

    /**
     * Grants points apart from a {@link org.linli.plugin.PointPolicy}. Needs {@code points} and stays below its bound per day.
     *
     * @param hundredths of a point, more than 0
     * @param key unique in (brand, community): granted once
     * @param explanation the receipt's line
     */
    record GrantPoints(String personId, long hundredths, String key, String explanation) implements Effect {}

    /**
     * Tells people in the portal. Needs {@code notify:portal}.
     *
     * @param to person ids, or roles of the brand with the prefix {@code role:}
     * @param textKey key of the brand's bundle; each reader gets their own language
     * @param arguments of the text
     * @param page path of a page of the brand that it leads to, may be empty
     * @param key tells once for each key and person
     */
    record Notify(List<String> to, String textKey, List<String> arguments, String page, String key) implements Effect {
        public Notify {
            to = List.copyOf(to);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Renders a document and keeps it as a PDF with a record. Needs {@code documents}.
     *
     * @param kind of the record that it belongs to
     * @param key of that record
     * @param name file name without ending
     * @param document title, paragraphs and tables
     */
    record RenderDocument(String kind, String key, String name, Document document) implements Effect {}

    /** A simple document. */
    record Document(String title, List<Block> blocks) {
        public Document {
            blocks = List.copyOf(blocks);
        }

        /** A part of a document. */
        public sealed interface Block {
            /** A heading. */
            record Heading(String text) implements Block {}

            /** Words. */
            record Paragraph(String text) implements Block {}

            /** A table; each row has as many cells as the heads. */
            record Table(List<String> heads, List<List<String>> rows) implements Block {
                public Table {
                    heads = List.copyOf(heads);
                    rows = List.copyOf(rows);
                }
            }

            /** A line to sign on. */
            record Signature(String name) implements Block {}
        }
    }

    /**
     * An event for the brand's own automations, after the transaction.
     *
     * @param event a name that the descriptor's automations listen to
     */
    record Emit(String event, Data data) implements Effect {}
}
