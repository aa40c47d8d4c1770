package org.linli.portal.orders;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.plugin.Data;
import org.linli.plugin.DispatchRule;
import org.linli.plugin.OrderView;
import org.linli.plugin.Problem;
import org.linli.plugin.StepHandler;
import org.linli.plugin.StepHandler.Result;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandCalls;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.Descriptor.Field;
import org.linli.portal.brands.Descriptor.Input;
import org.linli.portal.brands.Descriptor.OrderType;
import org.linli.portal.brands.Descriptor.Role;
import org.linli.portal.brands.Descriptor.Step;
import org.linli.portal.platform.persistence.Sql;

/** A brand that lends tools: a step on handing out, and one on giving back. Stands in for the host. */
final class SampleBrand implements Brands, BrandCalls {
    static final BrandRef HERE = new BrandRef("tools", Neighbourhood.COMMUNITY);

    /** Roles of the brand by person. */
    final Map<Long, Set<String>> roles = new HashMap<>();

    /** What the handler answers next. */
    StepHandler handler = (context, order, input) -> new Result.Done(input.text("result"), "看过了", List.of());

    boolean on = true;

    /** What the dispatch rule says. */
    List<DispatchRule.Score> scores = List.of();

    private final Descriptor descriptor;

    SampleBrand(Sql sql, Clock clock) {
        this.descriptor = descriptor();
    }

    static Descriptor descriptor() {
        Step check = new Step(
                "check",
                "step.check",
                "COMPLETED",
                List.of("keeper"),
                Duration.ofDays(3),
                "Check",
                List.of(new Input("result", "l", "CHOICE", true, Map.of("good", "g", "bad", "b"))),
                Map.of("good", "NEXT", "bad", "REOPEN"));
        OrderType loan = new OrderType(
                "loan",
                "type.loan",
                "errand",
                false,
                false,
                30,
                600,
                List.of(),
                null,
                false,
                Duration.ofHours(72),
                List.of(field("place", "string", true, 20), field("pieces", "integer", false, 0)),
                List.of(new Role("finder", "p")),
                List.of("DISPATCH", "ACCEPT", "SERVE"),
                List.of(check));
        OrderType repair = new OrderType(
                "repair",
                "type.repair",
                "errand",
                true,
                false,
                30,
                600,
                List.of(),
                null,
                false,
                Duration.ofHours(48),
                List.of(
                        new Field("about", "f", null, "string", true, 0, true, Map.of("noise", "n", "leak", "l")),
                        field("since", "integer", false, 0),
                        field("hours", "number", false, 0),
                        field("photos", "photos", false, 0),
                        field("key", "code", false, 40),
                        new Field("verdict", "f", null, "string", false, 0, false, Map.of())),
                List.of(),
                List.of("DISPATCH", "ACCEPT", "SERVE", "REVIEW"),
                List.of());
        return new Descriptor(
                "tools",
                "1.0.0",
                1,
                "linli",
                "n",
                "s",
                "box",
                null,
                List.of("orders:own-types"),
                0,
                List.of(new Role("keeper", "r")),
                List.of(loan, repair),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private static Field field(String name, String type, boolean required, int max) {
        return new Field(name, "f", null, type, required, max, true, Map.of());
    }

    static BrandScope scope(Long person) {
        return new BrandScope(HERE, descriptor(), person, false);
    }

    @Override
    public Optional<Descriptor> active(BrandRef brand) {
        return on && brand.equals(HERE) ? Optional.of(descriptor) : Optional.empty();
    }

    @Override
    public Optional<Descriptor> release(String brandId) {
        return Optional.of(descriptor);
    }

    @Override
    public Set<String> rolesOf(BrandRef brand, long personId) {
        return roles.getOrDefault(personId, Set.of());
    }

    @Override
    public List<Long> holding(BrandRef brand, String role) {
        return roles.keySet().stream().sorted().toList();
    }

    @Override
    public String text(String brandId, Locale locale, String key, Object... arguments) {
        return key;
    }

    @Override
    public List<DispatchRule.Score> rank(BrandRef brand, OrderView order, List<DispatchRule.Candidate> candidates) {
        return scores;
    }

    @Override
    public List<Problem> validate(BrandRef brand, String name, OrderView order, Data input) {
        return List.of();
    }

    @Override
    public Result complete(BrandRef brand, String name, OrderView order, Data input) {
        return handler.complete(null, order, input);
    }

    @Override
    public void apply(BrandRef brand, Long personId, List<Effect> effects) {
        if (!effects.isEmpty()) {
            throw new UnsupportedOperationException("the sample brand has no effects in steps");
        }
    }
}
