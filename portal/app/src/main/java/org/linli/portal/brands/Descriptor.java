package org.linli.portal.brands;

import java.time.Duration;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code brand.yaml} as values; plugin-api/DESCRIPTOR.md says what each key means.
 *
 * @param needs permissions; {@code points} with its bound is {@code pointsPerDay}
 * @param settings JSON Schema of the settings, empty for none
 */
public record Descriptor(
        String id,
        String version,
        int api,
        String publisher,
        String name,
        String summary,
        String icon,
        @Nullable String brand,
        List<String> needs,
        int pointsPerDay,
        List<Role> roles,
        List<OrderType> orderTypes,
        List<ActivityKind> activities,
        List<RecordKind> records,
        List<Rule> dispatch,
        List<Policy> points,
        List<Automatic> automations,
        List<Entry> routes,
        String settings) {

    public Descriptor {
        needs = List.copyOf(needs);
        roles = List.copyOf(roles);
        orderTypes = List.copyOf(orderTypes);
        activities = List.copyOf(activities);
        records = List.copyOf(records);
        dispatch = List.copyOf(dispatch);
        points = List.copyOf(points);
        automations = List.copyOf(automations);
        routes = List.copyOf(routes);
    }

    /** A role of the brand. */
    public record Role(String code, String name) {}

    /** A type of orders. */
    public record OrderType(
            String code,
            String name,
            String category,
            boolean orderable,
            boolean confidential,
            int minutes,
            long rate,
            List<String> skills,
            @Nullable String risk,
            boolean checkIn,
            @Nullable Duration due,
            List<Field> fields,
            List<Role> participants,
            List<String> flow,
            List<Step> steps) {
        public OrderType {
            skills = List.copyOf(skills);
            fields = List.copyOf(fields);
            participants = List.copyOf(participants);
            flow = List.copyOf(flow);
            steps = List.copyOf(steps);
        }
    }

    /**
     * An extension field.
     *
     * @param max bounds the characters of a text, 0 for the usual bound
     * @param asked whether people who place the order are asked for it
     * @param choices the values of a text and the keys of their labels; empty for any text
     */
    public record Field(
            String name,
            String label,
            @Nullable String hint,
            String type,
            boolean required,
            int max,
            boolean asked,
            Map<String, String> choices) {
        public Field {
            choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        }
    }

    /** A step; {@code when} is a status of the order. */
    public record Step(
            String code,
            String name,
            String when,
            List<String> by,
            @Nullable Duration limit,
            String handler,
            List<Input> form,
            Map<String, String> outcomes) {
        public Step {
            by = List.copyOf(by);
            form = List.copyOf(form);
            outcomes = Map.copyOf(outcomes);
        }
    }

    /** An input of a step's form; choices by value. */
    public record Input(String name, String label, String kind, boolean required, Map<String, String> choices) {}

    /** A kind of activities. */
    public record ActivityKind(String code, String name, boolean signUp, List<String> by) {
        public ActivityKind {
            by = List.copyOf(by);
        }
    }

    /** A kind of records. */
    public record RecordKind(
            String code,
            int schema,
            List<String> indexes,
            List<String> sealed,
            List<String> unseal,
            @Nullable Period retain) {
        public RecordKind {
            indexes = List.copyOf(indexes);
            sealed = List.copyOf(sealed);
            unseal = List.copyOf(unseal);
        }
    }

    /** A dispatch rule for order types. */
    public record Rule(List<String> types, String handler) {}

    /** A point policy for kinds of facts. */
    public record Policy(List<String> facts, String handler) {}

    /** An automation: a cron expression, or events. */
    public record Automatic(String name, @Nullable String cron, List<String> on, String handler) {}

    /** A route; {@code slot} is {@code page}, {@code rest} or {@code card}. */
    public record Entry(
            String slot,
            String path,
            @Nullable String name,
            @Nullable String icon,
            List<String> by,
            boolean menu,
            String handler) {
        public Entry {
            by = List.copyOf(by);
        }
    }

    /** What people who place an order of that type are asked for: not what only the brand reads and writes. */
    public static List<Field> asked(OrderType type) {
        return type.fields().stream()
                .filter(field -> field.asked() && !field.type().equals("code"))
                .toList();
    }

    public Optional<OrderType> orderType(String code) {
        return orderTypes.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    public Optional<ActivityKind> activity(String code) {
        return activities.stream().filter(a -> a.code().equals(code)).findFirst();
    }

    public Optional<RecordKind> record(String code) {
        return records.stream().filter(r -> r.code().equals(code)).findFirst();
    }

    public boolean needs(String permission) {
        return needs.contains(permission);
    }
}
