package org.linli.plugin.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.effect.Effect;

/** Applies the effects of one answer to a state, as strictly as the portal does. */
final class Effects {
    private static final int MAX_RECORD = 65_536;
    private final KitCommunity community;
    private final CoreState state;
    private final @Nullable String actorId;
    private final boolean demo;

    Effects(KitCommunity community, CoreState state, @Nullable String actorId, boolean demo) {
        this.community = community;
        this.state = state;
        this.actorId = actorId;
        this.demo = demo;
    }

    void apply(List<Effect> effects) {
        require(effects.size() <= (demo ? 2000 : 200), "too many effects: " + effects.size());
        effects.forEach(this::apply);
    }

    private void apply(Effect effect) {
        if (effect instanceof Effect.PutRecord e) {
            put(e);
        } else if (effect instanceof Effect.RemoveRecord e) {
            need("records");
            state.records.remove(e.kind() + "/" + e.key());
        } else if (effect instanceof Effect.PlaceOrder e) {
            KitOrder order = place(e, community.now());
            if (order != null) {
                state.happened(
                        "order.placed",
                        "placed:" + order.id,
                        community.now(),
                        Data.of("orderId", order.id, "type", order.type));
            }
        } else if (effect instanceof Effect.SetFields e) {
            KitOrder order = openOrder(e.orderId());
            checkFields(order.type, e.fields(), false);
            e.fields().map().forEach((key, value) -> order.fields = order.fields.with(key, value));
        } else if (effect instanceof Effect.AddParticipant e) {
            participate(e);
        } else if (effect instanceof Effect.CancelOrder e) {
            openOrder(e.orderId()).become("CANCELLED", e.reason());
        } else if (effect instanceof Effect.GrantRole e) {
            require(demo, "roles are given by administrators");
            require(community.declaresRole(e.role()), "no role " + e.role());
            state.roles
                    .computeIfAbsent(e.personId(), p -> new LinkedHashSet<>())
                    .add(e.role());
        } else if (effect instanceof Effect.PastOrder e) {
            past(e);
        } else if (effect instanceof Effect.GrantPoints e) {
            need("points");
            require(e.hundredths() > 0, "no points to grant");
            state.earned.putIfAbsent(
                    "grant:" + e.key(),
                    new CoreState.Earned(e.personId(), e.hundredths(), e.key(), e.explanation(), community.now()));
        } else if (effect instanceof Effect.Notify e) {
            tell(e);
        } else if (effect instanceof Effect.RenderDocument e) {
            need("documents");
            require(state.records.containsKey(e.kind() + "/" + e.key()), "no record for the document " + e.key());
            state.documents.put(e.kind() + "/" + e.key(), e);
        } else if (effect instanceof Effect.Emit e) {
            require(
                    community.descriptor().automations().stream().anyMatch(a -> a.on().contains(e.event())),
                    "nobody listens to " + e.event());
            state.happened(e.event(), state.nextId(), community.now(), e.data());
        } else {
            need("activities:own-kinds");
            new ActivityEffects(community, state, demo).apply(effect);
        }
    }

    private void put(Effect.PutRecord put) {
        need("records");
        var kind = community
                .descriptor()
                .record(put.kind())
                .orElseThrow(() -> new Refusal("no record kind " + put.kind()));
        require(put.key().matches("[\\x21-\\x7e]{1,120}"), "bad record key: " + put.key());
        require(
                put.data().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= MAX_RECORD,
                "record too big: " + put.key());
        for (String index : kind.indexes()) {
            require(
                    put.data().get(index).map(String.class::isInstance).orElse(true),
                    "index " + index + " is not a text in " + put.key());
        }
        String key = put.kind() + "/" + put.key();
        CoreState.Stored old = state.records.get(key);
        long version = old == null ? 0 : old.record().version();
        require(put.version() == Effect.ANY || put.version() == version, "changed meanwhile: " + key);
        Data open = put.data();
        for (String sealed : kind.sealed()) {
            open = open.with(sealed, null);
        }
        Instant created = old == null ? community.now() : old.record().createdAt();
        Context.Record record = new Context.Record(put.kind(), put.key(), open, version + 1, created, community.now());
        state.records.put(key, new CoreState.Stored(record, kind.schema(), put.data()));
    }

    private @Nullable KitOrder place(Effect.PlaceOrder placed, Instant at) {
        need("orders:own-types");
        var type = community
                .descriptor()
                .orderType(placed.type())
                .orElseThrow(() -> new Refusal("no order type " + placed.type()));
        require(community.world().hasUnit(placed.unitId()), "no such part of the community: " + placed.unitId());
        require(!placed.description().isBlank() && placed.description().length() <= 500, "description of 1 to 500");
        String principal = placed.principalId() == null ? actorId : placed.principalId();
        if (principal == null) {
            throw new Refusal("an order needs somebody who needs it");
        }
        checkFields(placed.type(), placed.fields(), true);
        placed.participants()
                .keySet()
                .forEach(role -> require(
                        type.participants().stream().anyMatch(p -> p.code().equals(role)), "no participant " + role));
        if (placed.dedupKey() != null
                && state.orders.values().stream()
                        .anyMatch(o -> o.open() && placed.dedupKey().equals(o.dedupKey))) {
            return null;
        }
        KitOrder order = new KitOrder(state.nextId(), placed, principal, at);
        Duration due = placed.due() == null ? type.due() : placed.due();
        order.dueAt = due == null ? null : at.plus(due);
        state.orders.put(order.id, order);
        return order;
    }

    /** What a person places: an orderable type, with the fields that people are asked for. */
    String order(String typeCode, String unitId, Data fields) {
        var type = community
                .descriptor()
                .orderType(typeCode)
                .filter(BrandDescriptor.OrderType::orderable)
                .orElseThrow(() -> new Refusal("nobody can order " + typeCode));
        for (var field : type.fields()) {
            boolean asked = field.asked() && !field.type().equals("code");
            require(asked || !fields.has(field.code()), "nobody is asked for " + field.code());
        }
        apply(new Effect.PlaceOrder(typeCode, unitId, null, typeCode, fields, Map.of(), null, null, null));
        return Long.toString(1000 + state.lastId);
    }

    private void past(Effect.PastOrder past) {
        require(demo, "the past belongs to demonstrations");
        KitOrder order = place(past.order(), past.placedAt());
        Effect.PastOrder.Served served = past.served();
        if (order != null && served != null) {
            require(served.at().isAfter(past.placedAt()), "served before it was placed");
            order.assigneeId = served.personId();
            order.minutes = served.minutes();
            order.become("CLOSED", "");
        }
    }

    private void checkFields(String typeCode, Data fields, boolean all) {
        var type = community.descriptor().orderType(typeCode).orElseThrow();
        for (String key : fields.keys()) {
            require(
                    type.fields().stream().anyMatch(f -> f.code().equals(key)),
                    "field " + key + " is not declared for " + typeCode);
        }
        for (var field : type.fields()) {
            Object value = fields.get(field.code()).orElse(null);
            require(value != null || !all || !field.required(), "field " + field.code() + " is required");
            require(value == null || fits(field, value), "field " + field.code() + " is no " + field.type());
        }
    }

    private static boolean fits(BrandDescriptor.Field field, Object value) {
        return switch (field.type()) {
            case "string", "code" ->
                value instanceof String text
                        && text.length() <= (field.max() == 0 ? 500 : field.max())
                        && (field.choices().isEmpty() || field.choices().containsKey(text));
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            default -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        };
    }

    private KitOrder openOrder(String id) {
        need("orders:own-types");
        KitOrder order = state.orders.get(id);
        if (order == null || !order.open()) {
            throw new Refusal("no open order " + id);
        }
        return order;
    }

    private void participate(Effect.AddParticipant added) {
        KitOrder order = openOrder(added.orderId());
        List<String> people = new ArrayList<>(order.participants.getOrDefault(added.role(), List.of()));
        if (!people.contains(added.personId())) {
            people.add(added.personId());
        }
        order.participants.put(added.role(), List.copyOf(people));
    }

    private void tell(Effect.Notify notify) {
        need("notify:portal");
        require(community.texts().has(notify.textKey()), "no text " + notify.textKey() + " in both languages");
        community
                .texts()
                .text(
                        java.util.Locale.CHINESE,
                        notify.textKey(),
                        notify.arguments().toArray());
        if (!notify.page().isEmpty()) {
            require(
                    PageCheck.target(community.descriptor(), notify.page()).isPresent(),
                    "a notice leads to no page: " + notify.page());
        }
        Set<String> people = new LinkedHashSet<>();
        for (String to : notify.to()) {
            if (to.startsWith("role:")) {
                require(community.declaresRole(to.substring(5)), "no role " + to);
                state.roles.forEach((person, roles) -> {
                    if (roles.contains(to.substring(5))) {
                        people.add(person);
                    }
                });
            } else {
                people.add(to);
            }
        }
        for (String person : people) {
            if (!demo && state.toldKeys.add(notify.key() + "|" + person)) {
                state.told.add(new CoreState.Told(person, notify));
            }
        }
    }

    private void need(String permission) {
        require(community.descriptor().needs().contains(permission), "needs " + permission);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refusal(otherwise);
        }
    }
}
