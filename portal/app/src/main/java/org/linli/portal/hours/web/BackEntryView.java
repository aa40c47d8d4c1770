package org.linli.portal.hours.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.BackEntry;
import org.linli.portal.hours.BackEntryDesk;
import org.linli.portal.hours.BackEntryStatus;
import org.linli.portal.hours.HoursQueries;
import org.linli.portal.hours.HoursRights;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;

/** One back-entry: the community objects here, the second person decides here. */
@Named("backEntryView")
@ViewScoped
public class BackEntryView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient HoursQueries queries;

    @Inject
    private transient BackEntryDesk desk;

    @Inject
    private transient Caller caller;

    @Inject
    private transient PageMessages messages;

    private @Nullable String id;
    private @Nullable String reason;
    private @Nullable String note;
    private transient @Nullable BackEntry entry;
    private transient @Nullable List<BackEntry.Objection> objections;

    /** Objects. */
    public String object() {
        desk.object(key(), reason);
        return done("hours.entry.object.done");
    }

    /** Says yes or no as the second person, or about the objections. */
    public String answer(boolean agree) {
        if (getEntry().status() == BackEntryStatus.OBJECTED) {
            desk.judge(key(), agree, note);
        } else {
            desk.decide(key(), agree, note);
        }
        return done("hours.staff.done");
    }

    /** Takes it back. */
    public String withdraw() {
        desk.withdraw(key());
        return done("hours.correction.withdrawn");
    }

    private String done(String text) {
        messages.done(text);
        return "/back-entry.xhtml?faces-redirect=true&id=" + id;
    }

    /** Answers 404 before anything is written. */
    public void load() {
        getEntry();
    }

    /** The entry, or 404. */
    public BackEntry getEntry() {
        if (entry == null) {
            entry = queries.backEntry(key());
        }
        return entry;
    }

    public List<BackEntry.Objection> getObjections() {
        if (objections == null) {
            objections = queries.objections(getEntry());
        }
        return objections;
    }

    /** Whether the caller may object: it is announced to their community, and they neither entered it nor objected. */
    public boolean isObjectable() {
        BackEntry e = getEntry();
        return (e.status() == BackEntryStatus.ANNOUNCED || e.status() == BackEntryStatus.OBJECTED)
                && e.communityId() == caller.communityId()
                && !e.entered().isBy(caller.personId())
                && !isObjector();
    }

    /** Whether it is the caller's turn. */
    public boolean isMyTurn() {
        BackEntry e = getEntry();
        boolean waits = e.status() == BackEntryStatus.ENTERED || e.status() == BackEntryStatus.OBJECTED;
        return waits
                && e.volunteer().id() != caller.personId()
                && !e.entered().isBy(caller.personId())
                && !e.approved().isBy(caller.personId())
                && HoursRights.isSecond(caller, e.communityId())
                && !isObjector();
    }

    private boolean isObjector() {
        return getObjections().stream().anyMatch(o -> o.by().id() == caller.personId());
    }

    public boolean isWithdrawable() {
        return getEntry().status() == BackEntryStatus.ENTERED
                && getEntry().entered().isBy(caller.personId());
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
