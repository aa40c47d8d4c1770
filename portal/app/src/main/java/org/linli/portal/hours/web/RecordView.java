package org.linli.portal.hours.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.Correction;
import org.linli.portal.hours.CorrectionDesk;
import org.linli.portal.hours.CorrectionStatus;
import org.linli.portal.hours.HoursQueries;
import org.linli.portal.hours.HoursRights;
import org.linli.portal.hours.ServiceEntry;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;

/** One record of the time record with its corrections; who may, asks, decides or confirms here. */
@Named("recordView")
@ViewScoped
public class RecordView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient HoursQueries queries;

    @Inject
    private transient CorrectionDesk desk;

    @Inject
    private transient Caller caller;

    @Inject
    private transient PageMessages messages;

    private @Nullable String id;
    private @Nullable Integer minutes;
    private @Nullable String reason;
    private @Nullable String note;
    private transient @Nullable ServiceEntry entry;
    private transient @Nullable List<Correction> corrections;

    /** Asks for a correction. */
    public String ask() {
        desk.ask(key(), minutes, reason);
        return done("hours.correct.done");
    }

    /** Says yes or no as whoever's turn it is. */
    public String answer(Correction correction, boolean agree) {
        if (correction.status() == CorrectionStatus.ASKED) {
            desk.decide(correction.id(), agree, note);
        } else {
            desk.confirm(correction.id(), agree, note);
        }
        return done("hours.staff.done");
    }

    /** Does without. */
    public String withdraw(Correction correction) {
        desk.withdraw(correction.id());
        return done("hours.correction.withdrawn");
    }

    private String done(String text) {
        messages.done(text);
        return "/service-record.xhtml?faces-redirect=true&id=" + id;
    }

    /** Answers 404 before anything is written. */
    public void load() {
        getEntry();
    }

    /** The record, or 404. */
    public ServiceEntry getEntry() {
        if (entry == null) {
            entry = queries.record(key());
        }
        return entry;
    }

    public List<Correction> getCorrections() {
        if (corrections == null) {
            corrections = queries.correctionsOf(key());
        }
        return corrections;
    }

    public boolean isOwn() {
        return getEntry().volunteer().id() == caller.personId();
    }

    /** Whether a correction may be asked for. */
    public boolean isAskable() {
        boolean may = isOwn()
                || caller.holds(Role.COMMUNITY_ADMIN, getEntry().community().id());
        return may && getEntry().change().stands() && getEntry().change().isQuiet();
    }

    /** Whether it is the caller's turn. */
    public boolean mayAnswer(Correction correction) {
        if (isOwn()) {
            return false;
        }
        if (correction.status() == CorrectionStatus.ASKED) {
            return caller.holds(Role.COMMUNITY_ADMIN, correction.communityId());
        }
        return correction.status() == CorrectionStatus.APPROVED
                && !correction.decided().isBy(caller.personId())
                && HoursRights.isSecond(caller, correction.communityId());
    }

    /** Whether the caller asked for what is not settled yet. */
    public boolean mayWithdraw(Correction correction) {
        return !correction.status().isOver() && correction.asked().isBy(caller.personId());
    }

    private long key() {
        return Id.ofPath(String.valueOf(id));
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
