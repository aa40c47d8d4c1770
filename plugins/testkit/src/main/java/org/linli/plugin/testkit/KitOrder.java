package org.linli.plugin.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.plugin.OrderView;

/** An order in the kit's core. */
final class KitOrder {
    final String id;
    final String type;
    final String unitId;
    final String principalId;
    final String description;
    final Instant placedAt;
    final @Nullable String parentId;
    final @Nullable String dedupKey;
    Data fields;
    String status = "PLACED";

    @Nullable
    String step;

    @Nullable
    String assigneeId;

    @Nullable
    Instant dueAt;

    @Nullable
    Instant stepDueAt;

    int minutes;
    long version = 1;
    boolean overdueTold;
    final Map<String, List<String>> participants = new LinkedHashMap<>();
    final List<String> timeline = new ArrayList<>();

    KitOrder(String id, org.linli.plugin.effect.Effect.PlaceOrder placed, String principalId, Instant placedAt) {
        this.id = id;
        this.type = placed.type();
        this.unitId = placed.unitId();
        this.principalId = principalId;
        this.description = placed.description();
        this.placedAt = placedAt;
        this.parentId = placed.parentId();
        this.dedupKey = placed.dedupKey();
        this.fields = placed.fields();
        this.participants.putAll(placed.participants());
        this.timeline.add("PLACED");
    }

    private KitOrder(KitOrder other) {
        id = other.id;
        type = other.type;
        unitId = other.unitId;
        principalId = other.principalId;
        description = other.description;
        placedAt = other.placedAt;
        parentId = other.parentId;
        dedupKey = other.dedupKey;
        fields = other.fields;
        status = other.status;
        step = other.step;
        assigneeId = other.assigneeId;
        dueAt = other.dueAt;
        stepDueAt = other.stepDueAt;
        minutes = other.minutes;
        version = other.version;
        overdueTold = other.overdueTold;
        participants.putAll(other.participants);
        timeline.addAll(other.timeline);
    }

    KitOrder copy() {
        return new KitOrder(this);
    }

    boolean open() {
        return !List.of("CLOSED", "CANCELLED", "EXPIRED").contains(status);
    }

    void become(String next, String note) {
        status = next;
        version++;
        timeline.add(note.isEmpty() ? next : next + ": " + note);
    }

    OrderView view() {
        return new OrderView(
                id,
                "N" + id,
                type,
                status,
                open(),
                step,
                unitId,
                description,
                fields,
                principalId,
                assigneeId,
                participants,
                parentId,
                placedAt,
                dueAt,
                version);
    }
}
