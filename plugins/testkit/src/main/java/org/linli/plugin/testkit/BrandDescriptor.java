package org.linli.plugin.testkit;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code brand.yaml} as values; plugin-api/DESCRIPTOR.md says what each key means.
 *
 * @param needs permissions; the bound of {@code points} is {@code pointsPerDay}
 * @param settings file name of the settings' schema, null for none
 */
public record BrandDescriptor(
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
        List<Named> roles,
        List<OrderType> orderTypes,
        List<ActivityKind> activities,
        List<RecordKind> records,
        List<Ruling> dispatch,
        List<Ruling> points,
        List<Automatic> automations,
        List<Entry> routes,
        @Nullable String settings) {

    /** A code with its text key. */
    public record Named(String code, String name) {}

    /** A type of orders. */
    public record OrderType(
            String code,
            String name,
            String category,
            boolean orderable,
            int minutes,
            @Nullable Duration due,
            List<Field> fields,
            List<Named> participants,
            List<String> flow,
            List<Step> steps,
            @Nullable String risk) {}

    /** An extension field. */
    public record Field(
            String code,
            String name,
            @Nullable String hint,
            String type,
            boolean required,
            int max,
            boolean asked,
            Map<String, String> choices) {}

    /** A step. */
    public record Step(
            String code,
            String name,
            String when,
            List<String> by,
            @Nullable Duration limit,
            String handler,
            List<Input> form,
            Map<String, String> outcomes) {}

    /** An input of a step's form. */
    public record Input(String name, String label, String kind, boolean required, Map<String, String> choices) {}

    /** A kind of activities. */
    public record ActivityKind(String code, String name, boolean signUp, List<String> by) {}

    /** A kind of records. */
    public record RecordKind(
            String code,
            int schema,
            List<String> indexes,
            List<String> sealed,
            List<String> unseal,
            @Nullable Period retain) {}

    /** A dispatch rule for order types, or a point policy for kinds of facts. */
    public record Ruling(List<String> subjects, String handler) {}

    /** An automation: a cron expression, or events. */
    public record Automatic(String name, @Nullable String cron, List<String> on, String handler) {}

    /** A page, a REST path or a card. */
    public record Entry(
            String slot,
            String path,
            @Nullable String name,
            @Nullable String icon,
            List<String> by,
            boolean menu,
            String handler) {}

    public Optional<OrderType> orderType(String code) {
        return orderTypes.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    public Optional<ActivityKind> activity(String code) {
        return activities.stream().filter(a -> a.code().equals(code)).findFirst();
    }

    public Optional<RecordKind> record(String code) {
        return records.stream().filter(r -> r.code().equals(code)).findFirst();
    }

    /** The route of that slot with the longest path that the asked path begins with. */
    public Optional<Entry> route(String slot, String path) {
        return routes.stream()
                .filter(r -> r.slot().equals(slot))
                .filter(r -> path.equals(r.path()) || path.startsWith(r.path() + "/"))
                .max(java.util.Comparator.comparingInt(r -> r.path().length()));
    }
}
