package org.linli.plugin.testkit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Automation;
import org.linli.plugin.Brand;
import org.linli.plugin.DispatchRule;
import org.linli.plugin.PointPolicy;
import org.linli.plugin.Route;
import org.linli.plugin.StepHandler;
import org.linli.plugin.page.Widget;

/** Whether descriptor, texts and classes fit each other. */
final class DescriptorCheck {
    private static final Set<String> NEEDS = Set.of(
            "records",
            "orders:own-types",
            "activities:own-kinds",
            "members:name",
            "members:contact",
            "notify:portal",
            "points",
            "documents");
    private static final List<String> STAGES = List.of("DISPATCH", "ACCEPT", "SERVE", "REVIEW");
    private final BrandDescriptor brand;
    private final Texts texts;
    private final Settings settings;
    private final Map<String, Object> handlers;
    private final List<String> problems = new ArrayList<>();

    DescriptorCheck(BrandDescriptor brand, Texts texts, Settings settings, Map<String, Object> handlers) {
        this.brand = brand;
        this.texts = texts;
        this.settings = settings;
        this.handlers = handlers;
    }

    List<String> problems() {
        head();
        bundles();
        brand.orderTypes().forEach(this::orderType);
        brand.activities().forEach(a -> {
            text(a.name());
            roles("activity " + a.code(), a.by(), Set.of());
        });
        brand.records().forEach(this::recordKind);
        rules();
        brand.routes().forEach(this::route);
        stateless();
        problems.addAll(settings.problems(texts));
        return List.copyOf(problems);
    }

    private void head() {
        expect(brand.id().matches("[a-z0-9-]{3,40}"), "id " + brand.id());
        expect(brand.version().matches("\\d+\\.\\d+\\.\\d+([-+].+)?"), "version " + brand.version());
        expect(brand.api() == 1, "api " + brand.api());
        brand.needs().forEach(need -> expect(NEEDS.contains(need), "unknown need " + need));
        text(brand.name());
        text(brand.summary());
        unique("role", brand.roles().stream().map(BrandDescriptor.Named::code).toList());
        brand.roles().forEach(r -> text(r.name()));
        if (brand.brand() != null) {
            handler(brand.brand(), Brand.class);
        }
        long brands = handlers.values().stream().filter(Brand.class::isInstance).count();
        expect(brands == (brand.brand() == null ? 0 : 1), brands + " extensions are a Brand");
    }

    private void bundles() {
        Set<String> differ = new TreeSet<>(texts.keys(Locale.CHINESE));
        differ.removeAll(texts.keys(Locale.ENGLISH));
        Set<String> other = new TreeSet<>(texts.keys(Locale.ENGLISH));
        other.removeAll(texts.keys(Locale.CHINESE));
        differ.addAll(other);
        differ.forEach(key -> problems.add("text in one language only: " + key));
        for (String key : texts.keys(Locale.CHINESE)) {
            for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                if (texts.has(key)) {
                    expect(
                            !texts.text(locale, key, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
                                    .isBlank(),
                            "empty text " + key);
                }
            }
        }
    }

    private void orderType(BrandDescriptor.OrderType type) {
        String where = "order type " + type.code();
        need("orders:own-types", where);
        text(type.name());
        text(type.risk());
        type.fields().forEach(f -> field(where, type, f));
        type.participants().forEach(p -> text(p.name()));
        unique(
                where + " field",
                type.fields().stream().map(BrandDescriptor.Field::code).toList());
        unique(
                where + " step",
                type.steps().stream().map(BrandDescriptor.Step::code).toList());
        expect(STAGES.containsAll(type.flow()), where + " has a stage that is none: " + type.flow());
        List<String> order = STAGES.stream().filter(type.flow()::contains).toList();
        expect(type.flow().equals(order) && type.flow().contains("SERVE"), where + ": stages out of order");
        for (BrandDescriptor.Step step : type.steps()) {
            step(where + " step " + step.code(), type, step);
        }
    }

    private void field(String where, BrandDescriptor.OrderType type, BrandDescriptor.Field field) {
        text(field.name());
        text(field.hint());
        field.choices().values().forEach(this::text);
        boolean neverAsked = !field.asked() || field.type().equals("code");
        expect(
                !(type.orderable() && field.required() && neverAsked),
                where + ": nobody is asked for the required field " + field.code());
        expect(field.choices().isEmpty() || field.type().equals("string"), where + ": choices of " + field.code());
    }

    private void step(String where, BrandDescriptor.OrderType type, BrandDescriptor.Step step) {
        text(step.name());
        expect(Set.of("IN_SERVICE", "COMPLETED").contains(step.when()), where + " is never reached: " + step.when());
        expect(Set.of("NEXT", "REOPEN", "CANCEL").containsAll(step.outcomes().values()), where + ": bad outcome");
        expect(step.outcomes().containsValue("NEXT"), where + " never lets the order go on");
        Set<String> participants = new HashSet<>();
        type.participants().forEach(p -> participants.add("participant:" + p.code()));
        roles(where, step.by(), participants);
        expect(!step.by().isEmpty(), where + " can be done by nobody");
        handler(step.handler(), StepHandler.class);
        for (BrandDescriptor.Input input : step.form()) {
            text(input.label());
            input.choices().values().forEach(this::text);
            try {
                Widget.Field.Kind.valueOf(input.kind());
            } catch (IllegalArgumentException e) {
                problems.add(where + ": no kind " + input.kind());
            }
        }
    }

    private void recordKind(BrandDescriptor.RecordKind kind) {
        String where = "record " + kind.code();
        need("records", where);
        expect(kind.schema() >= 1, where + " has no schema number");
        expect(kind.indexes().size() <= 5, where + " has more than five indexes");
        expect(kind.indexes().stream().noneMatch(kind.sealed()::contains), where + " indexes a sealed field");
        expect(kind.sealed().isEmpty() == kind.unseal().isEmpty(), where + ": sealed and unseal go together");
        roles(where, kind.unseal(), Set.of());
    }

    private void rules() {
        for (BrandDescriptor.Ruling rule : brand.dispatch()) {
            handler(rule.handler(), DispatchRule.class);
            rule.subjects().forEach(t -> expect(brand.orderType(t).isPresent(), "dispatch rule for no type " + t));
        }
        for (BrandDescriptor.Ruling policy : brand.points()) {
            handler(policy.handler(), PointPolicy.class);
            need("points", "point policy");
            for (String fact : policy.subjects()) {
                boolean known = fact.startsWith("order:")
                        ? brand.orderType(fact.substring(6)).isPresent()
                        : fact.startsWith("activity:")
                                && brand.activity(fact.substring(9)).isPresent();
                expect(known, "point policy for no fact " + fact);
            }
        }
        unique(
                "automation",
                brand.automations().stream()
                        .map(BrandDescriptor.Automatic::name)
                        .toList());
        for (BrandDescriptor.Automatic automation : brand.automations()) {
            handler(automation.handler(), Automation.class);
            expect(
                    (automation.cron() == null) != automation.on().isEmpty(),
                    "automation " + automation.name() + " has cron or events, one of them");
            if (automation.cron() != null) {
                new Cron(automation.cron());
            }
        }
    }

    private void route(BrandDescriptor.Entry route) {
        String where = route.slot() + " " + route.path();
        expect(Set.of("page", "rest", "card").contains(route.slot()), "no slot " + route.slot());
        expect(route.path().matches("[a-z0-9-]+(/[a-z0-9-]+)*"), where + ": bad path");
        expect(!route.by().isEmpty(), where + " is open to nobody");
        roles(where, route.by(), Set.of());
        handler(route.handler(), Route.class);
        if (!route.slot().equals("rest")) {
            text(route.name());
        }
        unique(
                "route",
                brand.routes().stream().map(r -> r.slot() + " " + r.path()).toList());
    }

    private void stateless() {
        for (Object handler : handlers.values()) {
            for (Field field : handler.getClass().getDeclaredFields()) {
                boolean constant = Modifier.isFinal(field.getModifiers());
                expect(
                        field.isSynthetic() || constant,
                        handler.getClass().getSimpleName() + " keeps state in " + field.getName());
            }
        }
    }

    private void roles(String where, List<String> roles, Set<String> also) {
        for (String role : roles) {
            boolean known = role.equals("everyone")
                    || role.equals("assignee")
                    || role.startsWith("core:")
                    || also.contains(role)
                    || brand.roles().stream().anyMatch(r -> r.code().equals(role));
            expect(known, where + " names no role " + role);
        }
    }

    private void handler(String name, Class<?> type) {
        expect(type.isInstance(handlers.get(name)), name + " is no extension of " + type.getSimpleName());
    }

    private void need(String permission, String where) {
        expect(brand.needs().contains(permission), where + " needs " + permission);
    }

    private void text(@Nullable String key) {
        if (key != null) {
            expect(texts.has(key), "no text " + key + " in both languages");
        }
    }

    private void unique(String what, Collection<String> codes) {
        Set<String> seen = new HashSet<>();
        codes.stream().filter(c -> !seen.add(c)).forEach(c -> problems.add(what + " twice: " + c));
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds && !problems.contains(otherwise)) {
            problems.add(otherwise);
        }
    }
}
