package org.linli.brands.firepatrol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.brands.firepatrol.PatrolRoute.Checkpoint;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.OrderView;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.page.Widget.Tone;

/**
 * A danger that was found, to be removed: an order of type {@code hazard}.
 *
 * @param order as it is in the core
 */
record Hazard(OrderView order) {
    static final String TYPE = "hazard";
    static final String RECHECK = "recheck";

    static List<Hazard> open(Context context) {
        return context.orders().list(TYPE, true, 0, 500).stream()
                .map(Hazard::new)
                .toList();
    }

    /** The latest five hundred, open or not, newest first. */
    static List<Hazard> latest(Context context) {
        return context.orders().list(TYPE, false, 0, 500).stream()
                .map(Hazard::new)
                .toList();
    }

    /** The danger at a checkpoint of a route; found twice, it is one. */
    static Effect.PlaceOrder at(Context context, PatrolRoute route, Checkpoint checkpoint, Item item, Seen seen) {
        String key = route.key() + ":" + checkpoint.id() + ":" + item.code();
        return order(context, new Spot(route.unitId(), checkpoint.place(), item, key), seen);
    }

    /** The danger that somebody reports; the same place and item again is the same danger. */
    static Effect.PlaceOrder reported(Context context, String unitId, String place, Item item, Seen seen) {
        String same = place.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        String key = "report:" + unitId + ":" + digest(same) + ":" + item.code();
        return order(context, new Spot(unitId, place, item, key), seen);
    }

    /**
     * Where and what.
     *
     * @param key the same for the same danger
     */
    record Spot(String unitId, String place, Item item, String key) {}

    /**
     * What was seen.
     *
     * @param finder a person
     * @param note in words, may be empty
     * @param photos upload ids
     */
    record Seen(String finder, String note, List<String> photos) {}

    static Effect.PlaceOrder order(Context context, Spot spot, Seen seen) {
        String words = seen.note().isBlank()
                ? context.text("hazard.description", spot.place(), spot.item().label())
                : context.text(
                        "hazard.description.note", spot.place(), spot.item().label(), seen.note());
        Data fields = Data.of(
                "place", spot.place(), "item", spot.item().label(), "checkKey", spot.key(), "photos", seen.photos());
        return new Effect.PlaceOrder(
                TYPE,
                spot.unitId(),
                seen.finder(),
                words.length() > 500 ? words.substring(0, 500) : words,
                fields,
                Map.of("finder", List.of(seen.finder())),
                null,
                Duration.ofHours(context.settings().number("hazardHours")),
                spot.key());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String place() {
        return order.fields().text("place");
    }

    String item() {
        return order.fields().text("item");
    }

    /** Code of the item, the last part of the key. */
    String itemCode() {
        String key = order.fields().text("checkKey");
        return key.substring(key.lastIndexOf(':') + 1);
    }

    List<String> photos() {
        return order.fields().texts("photos");
    }

    boolean waitsForRecheck() {
        return RECHECK.equals(order.step());
    }

    /** Late: nobody has removed it in time. While it waits for the recheck it is not late any more. */
    boolean isOverdue(Instant now) {
        Instant due = order.dueAt();
        return order.open() && !waitsForRecheck() && due != null && due.isBefore(now);
    }

    String state(Context context) {
        if (isOverdue(context.now())) {
            return context.text("hazard.state.overdue");
        }
        if (waitsForRecheck()) {
            return context.text("hazard.state.recheck");
        }
        return context.text(
                switch (order.status()) {
                    case "CLOSED", "ASSESSED", "REVIEWED" -> "hazard.state.closed";
                    case "CANCELLED", "EXPIRED" -> "hazard.state.cancelled";
                    case "IN_SERVICE", "ACCEPTED" -> "hazard.state.service";
                    case "COMPLETED" -> "hazard.state.done";
                    default -> "hazard.state.placed";
                });
    }

    Tone tone(Instant now) {
        if (isOverdue(now)) {
            return Tone.DANGER;
        }
        if (waitsForRecheck()) {
            return Tone.PRIMARY;
        }
        return order.open() ? Tone.WARNING : Tone.SUCCESS;
    }
}
