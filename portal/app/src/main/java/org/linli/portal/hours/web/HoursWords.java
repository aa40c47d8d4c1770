package org.linli.portal.hours.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import org.linli.portal.hours.BackEntry;
import org.linli.portal.hours.BackEntryStatus;
import org.linli.portal.hours.Correction;
import org.linli.portal.hours.CorrectionStatus;
import org.linli.portal.hours.ServiceEntry;
import org.linli.portal.hours.StarScale;
import org.linli.portal.hours.Step;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.i18n.Show;

/** Hours in the reader's words. */
@Named("hoursWords")
@ApplicationScoped
public class HoursWords {
    private final Messages messages;
    private final Language language;
    private final Show show;

    @Inject
    public HoursWords(Messages messages, Language language, Show show) {
        this.messages = messages;
        this.language = language;
        this.show = show;
    }

    /** What was done. */
    public String item(ServiceEntry.Item item) {
        return item.name(language.isChinese());
    }

    /** When: {@code 11月22日 09:00–10:15}. */
    public String when(ServiceEntry entry) {
        return show.dateTime(entry.startedAt()) + "–" + show.time(entry.endedAt());
    }

    /** When. */
    public String when(BackEntry entry) {
        return show.dateTime(entry.startedAt()) + "–" + show.time(entry.endedAt());
    }

    /** When. */
    public String when(Correction correction) {
        return show.dateTime(correction.record().startedAt());
    }

    /** How it is known. */
    public String evidence(ServiceEntry entry) {
        return say("evidence", entry.evidence()) + " · " + say("evidence." + entry.evidence());
    }

    /** State of a record where there is something to say, else empty. */
    public String state(ServiceEntry entry) {
        ServiceEntry.Change change = entry.change();
        if (change.reversesId() != null) {
            return say("state.reversing");
        }
        if (!change.stands()) {
            return say("state.reversed");
        }
        if (!change.isQuiet()) {
            return say("state.asked");
        }
        return change.replacesId() != null ? say("state.replacing") : "";
    }

    /** Its tone. */
    public String tone(ServiceEntry entry) {
        if (!entry.change().stands()) {
            return "neutral";
        }
        return entry.change().isQuiet() ? "success" : "warning";
    }

    /** What a correction changes. */
    public String change(Correction correction) {
        return say(
                "correction.change", show.minutes(correction.record().minutes()), show.minutes(correction.minutes()));
    }

    public String tone(CorrectionStatus status) {
        return switch (status) {
            case DONE -> "success";
            case ASKED, APPROVED -> "warning";
            case REFUSED -> "danger";
            case WITHDRAWN -> "neutral";
        };
    }

    /** Tone of a back-entry. */
    public String toneOf(BackEntryStatus status) {
        return switch (status) {
            case COUNTED -> "success";
            case ENTERED, ANNOUNCED -> "warning";
            case OBJECTED, REFUSED -> "danger";
            case WITHDRAWN -> "neutral";
        };
    }

    /** Who took a step. */
    public String who(Step step) {
        return step.by() == null ? say("step.portal") : step.by().name();
    }

    /** The scale in a line. */
    public String scale(StarScale scale) {
        String hours = scale.hours().stream().map(String::valueOf).collect(Collectors.joining(" / "));
        return say("star.scale", hours);
    }

    private String say(String key, Object... arguments) {
        return messages.text(language.locale(), "hours." + key, arguments);
    }
}
