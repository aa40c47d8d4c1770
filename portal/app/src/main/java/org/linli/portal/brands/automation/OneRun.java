package org.linli.portal.brands.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.linli.plugin.Automation;
import org.linli.plugin.Data;
import org.linli.plugin.PointPolicy;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.call.BrandOff;
import org.linli.portal.brands.call.CallFailed;
import org.linli.portal.brands.call.PluginGate;
import org.linli.portal.brands.call.PluginGate.Answer;
import org.linli.portal.brands.call.PluginGate.Ask;
import org.linli.portal.brands.call.Point;
import org.linli.portal.brands.call.Who;
import org.linli.portal.brands.release.Binding;
import org.linli.portal.brands.release.Bindings;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.problem.DomainException;

/** One run: the plugin is asked outside of a transaction, its effects and the end of the run are one. */
@ApplicationScoped
public class OneRun {
    private static final Logger LOG = Logger.getLogger(OneRun.class.getName());
    private static final Duration LEFT_ALONE = Duration.ofSeconds(60);
    private static final Who DEMONSTRATOR = new Who(null, Language.CHINESE, true);

    private final RunDesk desk;
    private final PluginGate gate;
    private final Brands brands;
    private final Bindings bindings;

    @Inject
    public OneRun(RunDesk desk, PluginGate gate, Brands brands, Bindings bindings) {
        this.desk = desk;
        this.gate = gate;
        this.brands = brands;
        this.bindings = bindings;
    }

    /** Works off the run that is due longest; false when there is none. */
    public boolean next() {
        Optional<Run> due = desk.take();
        due.ifPresent(this::work);
        return due.isPresent();
    }

    private void work(Run run) {
        try {
            Answer<List<Effect>> answer = ask(run);
            desk.finish(run, answer.scope(), answer.value());
        } catch (BrandOff e) {
            off(run);
        } catch (CallFailed e) {
            if (e.reason() == CallFailed.Cause.OPEN || e.reason() == CallFailed.Cause.BUSY) {
                desk.postpone(run, LEFT_ALONE);
            } else {
                desk.failed(run, e.reason() + " " + e.getCause());
            }
        } catch (RuntimeException e) { // effects that do not fit, the database
            if (e instanceof DomainException refusal && refusal.kind() == DomainException.Kind.UNAVAILABLE) {
                desk.postpone(run, LEFT_ALONE); // the portal does not take them just now: that was no attempt
                return;
            }
            LOG.warning(() -> "brand run " + run.id() + " of " + run.brand().brandId() + " failed: "
                    + e.getClass().getSimpleName());
            desk.failed(run, String.valueOf(e));
        }
    }

    /** A brand that rests works off what waits when it is on again; one that was laid down does not. */
    private void off(Run run) {
        Optional<Binding> binding = bindings.find(run.brand());
        boolean rests = binding.filter(b -> b.state() != Binding.State.DISABLED).isPresent();
        if (rests) {
            desk.postpone(run, LEFT_ALONE);
        } else {
            desk.finish(run, null, List.of());
        }
    }

    private Answer<List<Effect>> ask(Run run) {
        return switch (run.what()) {
            case AUTOMATION -> automation(run);
            case POINTS -> points(run);
            case ENABLE ->
                gate.brand(
                        new Ask(run.brand(), Point.LIFE, Who.PORTAL),
                        (brand, context) -> List.copyOf(brand.onEnable(context)));
            case DISABLE -> disable(run);
            case DEMO ->
                gate.brand(
                        new Ask(run.brand(), Point.LIFE, DEMONSTRATOR),
                        (brand, context) -> List.copyOf(brand.demo(context)));
        };
    }

    private Answer<List<Effect>> automation(Run run) {
        Descriptor.Automatic automatic = brands.active(run.brand()).orElseThrow(BrandOff::new).automations().stream()
                .filter(one -> one.name().equals(run.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the release has no automation " + run.name()));
        Data payload = run.payload();
        Automation.Trigger trigger = new Automation.Trigger(
                payload.text("event"), run.triggerId(), Instant.parse(payload.text("at")), payload.object("data"));
        return gate.handler(
                new Ask(run.brand(), Point.AUTOMATION, Who.PORTAL),
                Automation.class,
                automatic.handler(),
                (handler, context) -> List.copyOf(handler.on(context, trigger)));
    }

    private Answer<List<Effect>> points(Run run) {
        Data fact = run.payload();
        PointPolicy.Fact known = new PointPolicy.Fact(
                fact.text("kind"),
                fact.text("sourceId"),
                fact.text("personId"),
                Math.toIntExact(fact.number("minutes")),
                Instant.parse(fact.text("at")),
                fact.object("data"));
        Answer<List<PointPolicy.Award>> awards = gate.handler(
                new Ask(run.brand(), Point.AWARD, Who.PORTAL),
                PointPolicy.class,
                run.name(),
                (policy, context) -> List.copyOf(policy.award(context, known)));
        List<Effect> grants = new ArrayList<>();
        for (PointPolicy.Award award : awards.value()) {
            String key = known.kind() + ":" + known.sourceId() + ":" + award.reason() + ":" + award.personId();
            grants.add(new Effect.GrantPoints(award.personId(), award.hundredths(), key, award.explanation()));
        }
        return new Answer<>(grants, awards.scope());
    }

    /** The plugin hears of it only while the community still has it off: a quick change of mind is no event. */
    private Answer<List<Effect>> disable(Run run) {
        boolean off = bindings.find(run.brand())
                .filter(binding -> binding.state() == Binding.State.DISABLED)
                .isPresent();
        return gate.brand(
                new Ask(run.brand(), Point.LIFE, Who.PORTAL),
                (brand, context) -> off ? List.copyOf(brand.onDisable(context)) : List.of());
    }
}
