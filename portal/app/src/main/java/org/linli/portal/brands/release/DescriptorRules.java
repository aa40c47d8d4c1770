package org.linli.portal.brands.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;

/** What must fit together within a descriptor: names that are used are declared, and what is used is asked for. */
final class DescriptorRules {
    /** The API that this portal speaks. */
    static final int API = 1;

    /** Permissions that a brand may ask for. */
    static final List<String> NEEDS = List.of(
            "records",
            "orders:own-types",
            "activities:own-kinds",
            "members:name",
            "members:contact",
            "notify:portal",
            "points",
            "documents");

    private static final int MAX_INDEXES = 5;

    private DescriptorRules() {}

    static void require(Descriptor descriptor) {
        if (descriptor.api() != API) {
            throw DomainException.invalid("brands.descriptor-api", descriptor.api(), API);
        }
        requireNeeds(descriptor);
        unique("roles", descriptor.roles(), Descriptor.Role::code);
        unique("orderTypes", descriptor.orderTypes(), Descriptor.OrderType::code);
        unique("activities", descriptor.activities(), Descriptor.ActivityKind::code);
        unique("records", descriptor.records(), Descriptor.RecordKind::code);
        unique("automations", descriptor.automations(), Descriptor.Automatic::name);
        unique("routes", descriptor.routes(), route -> route.slot() + " " + route.path());
        descriptor.orderTypes().forEach(type -> requireOrderType(descriptor, type));
        descriptor.activities().forEach(a -> requireRoles(descriptor, a.by(), Set.of()));
        descriptor.routes().forEach(r -> requireRoles(descriptor, r.by(), Set.of()));
        descriptor.records().forEach(kind -> requireRecord(descriptor, kind));
        for (Descriptor.Rule rule : descriptor.dispatch()) {
            declared("dispatch", rule.types(), codes(descriptor.orderTypes(), Descriptor.OrderType::code));
        }
        Set<String> facts = new HashSet<>();
        descriptor.orderTypes().forEach(type -> facts.add("order:" + type.code()));
        descriptor.activities().forEach(kind -> facts.add("activity:" + kind.code()));
        descriptor.points().forEach(policy -> declared("points", policy.facts(), facts));
    }

    private static void requireNeeds(Descriptor descriptor) {
        List<String> missing = new ArrayList<>();
        needed(descriptor, missing, "records", !descriptor.records().isEmpty());
        needed(descriptor, missing, "orders:own-types", !descriptor.orderTypes().isEmpty());
        needed(
                descriptor,
                missing,
                "activities:own-kinds",
                !descriptor.activities().isEmpty());
        needed(descriptor, missing, "points", !descriptor.points().isEmpty());
        if (!missing.isEmpty()) {
            throw DomainException.invalid("brands.descriptor-needs", String.join(", ", missing));
        }
    }

    private static void needed(Descriptor descriptor, List<String> missing, String need, boolean used) {
        if (used && !descriptor.needs(need)) {
            missing.add(need);
        }
    }

    private static void requireOrderType(Descriptor descriptor, Descriptor.OrderType type) {
        unique(type.code() + ".fields", type.fields(), Descriptor.Field::name);
        unique(type.code() + ".participants", type.participants(), Descriptor.Role::code);
        unique(type.code() + ".steps", type.steps(), Descriptor.Step::code);
        requireAskable(type);
        Set<String> others = new HashSet<>(codes(type.participants(), p -> "participant:" + p.code()));
        others.add("assignee");
        for (Descriptor.Step step : type.steps()) {
            requireRoles(descriptor, step.by(), others);
            unique(step.code() + ".form", step.form(), Descriptor.Input::name);
        }
    }

    /** Nobody could place an order whose required field nobody is asked for. */
    private static void requireAskable(Descriptor.OrderType type) {
        List<Descriptor.Field> asked = Descriptor.asked(type);
        for (Descriptor.Field field : type.fields()) {
            if (type.orderable() && field.required() && !asked.contains(field)) {
                throw DomainException.invalid("brands.descriptor-never-asked", type.code(), field.name());
            }
            if (!field.choices().isEmpty() && !field.type().equals("string")) {
                throw DomainException.invalid("brands.descriptor-choices", type.code(), field.name());
            }
        }
    }

    private static void requireRecord(Descriptor descriptor, Descriptor.RecordKind kind) {
        if (kind.indexes().size() > MAX_INDEXES) {
            throw DomainException.invalid("brands.descriptor-too-many-indexes", kind.code(), MAX_INDEXES);
        }
        if (kind.indexes().stream().anyMatch(kind.sealed()::contains)) {
            throw DomainException.invalid("brands.descriptor-sealed-index", kind.code());
        }
        declared(kind.code() + ".unseal", kind.unseal(), codes(descriptor.roles(), Descriptor.Role::code));
    }

    private static void requireRoles(Descriptor descriptor, List<String> by, Set<String> others) {
        Set<String> known = new HashSet<>(codes(descriptor.roles(), Descriptor.Role::code));
        Stream.of(Role.values()).forEach(role -> known.add("core:" + role.name().toLowerCase(Locale.ROOT)));
        known.add("everyone");
        known.addAll(others);
        declared("by", by, known);
    }

    private static void declared(String where, List<String> used, Set<String> known) {
        for (String one : used) {
            if (!known.contains(one)) {
                throw DomainException.invalid(
                        "brands.descriptor-undeclared",
                        where,
                        one,
                        known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    private static <T> Set<String> codes(List<T> all, Function<T, String> code) {
        return all.stream().map(code).collect(Collectors.toSet());
    }

    private static <T> void unique(String where, List<T> all, Function<T, String> code) {
        Set<String> seen = new HashSet<>();
        for (T one : all) {
            if (!seen.add(code.apply(one))) {
                throw DomainException.invalid("brands.descriptor-twice", where, code.apply(one));
            }
        }
    }
}
