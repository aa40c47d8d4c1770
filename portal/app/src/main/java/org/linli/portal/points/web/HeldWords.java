package org.linli.portal.points.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.linli.portal.people.People;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.points.check.HeldPosting;

/** Says what was found, in the reader's language. */
@Named("heldWords")
@RequestScoped
public class HeldWords {
    private final Messages messages;
    private final Language language;
    private final People people;

    @Inject
    public HeldWords(Messages messages, Language language, People people) {
        this.messages = messages;
        this.language = language;
        this.people = people;
    }

    /** Why it was held. */
    public List<String> why(HeldPosting held) {
        return held.findings().stream()
                .map(finding -> messages.text(
                        language.locale(),
                        "points.finding." + finding.code(),
                        finding.arguments().toArray()))
                .toList();
    }

    /** Whom it concerns, for those who decide. */
    public String who(HeldPosting held) {
        return people.names(List.of(held.personId())).getOrDefault(held.personId(), "");
    }

    /** How the status is shown. */
    public String tone(HeldPosting held) {
        return switch (held.status()) {
            case HELD, APPEALED -> "warning";
            case RELEASED -> "success";
            case REFUSED, DISMISSED -> "danger";
            case WITHDRAWN -> "";
        };
    }
}
