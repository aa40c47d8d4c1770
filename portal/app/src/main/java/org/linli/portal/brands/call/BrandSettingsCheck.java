package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.SettingsCheck;
import org.linli.portal.brands.call.PluginGate.Ask;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** Asks the brand itself what is wrong with settings. */
@ApplicationScoped
public class BrandSettingsCheck implements SettingsCheck {
    private final PluginGate gate;
    private final Caller caller;
    private final Language language;

    @Inject
    public BrandSettingsCheck(PluginGate gate, Caller caller, Language language) {
        this.gate = gate;
        this.caller = caller;
        this.language = language;
    }

    @Override
    public List<Problem> check(BrandRef brand, Data settings) {
        Who who = Who.person(caller.personId(), language.locale());
        try {
            return gate.brand(
                            new Ask(brand, Point.SETTINGS, who),
                            (one, context) -> List.copyOf(one.validateSettings(context, settings)))
                    .value();
        } catch (CallFailed e) {
            throw DomainException.of(Kind.UNAVAILABLE, "brands.call-failed");
        }
    }
}
