package org.linli.portal.points.nomination.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.points.nomination.Nomination;
import org.linli.portal.points.nomination.NominationAction;
import org.linli.portal.points.nomination.NominationDesk;
import org.linli.portal.points.nomination.NominationQueries;
import org.linli.portal.points.nomination.Objection;
import org.linli.portal.points.nomination.ObjectionDesk;

/** One nomination, and what the viewer may do with it. */
@Named("nominationView")
@ViewScoped
public class NominationView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient NominationDesk desk;

    @Inject
    private transient ObjectionDesk objectionDesk;

    @Inject
    private transient NominationQueries queries;

    @Inject
    private transient PageMessages messages;

    private @Nullable String id;
    private @Nullable String note;
    private @Nullable String reason;
    private @Nullable String answer;
    private transient @Nullable Nomination nomination;
    private transient @Nullable Set<NominationAction> open;

    /** Reads it, or answers 404. */
    public void load() {
        getNomination();
    }

    public String second() {
        desk.second(number());
        return done("points.nominations.seconded");
    }

    public String approve() {
        desk.vote(number(), true, note);
        return done("points.nominations.voted");
    }

    public String reject() {
        desk.vote(number(), false, note);
        return done("points.nominations.voted");
    }

    public String withdraw() {
        desk.withdraw(number());
        return done("points.nominations.withdrawn");
    }

    public String object() {
        objectionDesk.object(number(), reason);
        return done("points.nominations.objected");
    }

    /** The administrator decides about an objection. */
    public String decide(long objection, boolean uphold) {
        objectionDesk.decide(number(), objection, uphold, answer);
        return done("points.nominations.decided");
    }

    public Nomination getNomination() {
        if (nomination == null) {
            nomination = queries.one(number());
        }
        return nomination;
    }

    /** Whether the viewer may do that now. */
    public boolean can(String action) {
        if (open == null) {
            open = queries.open(getNomination());
        }
        return open.contains(NominationAction.valueOf(action));
    }

    /** Objections, for those who decide about them or audit. */
    public List<Objection> getObjections() {
        return queries.readsObjections(getNomination()) ? queries.objections(number()) : List.of();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer;
    }

    private long number() {
        return Id.ofPath(String.valueOf(id));
    }

    private String done(String key) {
        messages.done(key);
        return "/nomination.xhtml?faces-redirect=true&id=" + id;
    }
}
