package org.linli.portal.points.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.points.check.CheckDesk;
import org.linli.portal.points.check.CheckQueries;
import org.linli.portal.points.check.HeldPosting;
import org.linli.portal.points.check.HeldStatus;

/** The volunteer's own points that wait, why, and the appeal. */
@Named("heldView")
@ViewScoped
public class HeldView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient CheckQueries queries;

    @Inject
    private transient CheckDesk desk;

    @Inject
    private transient PageMessages messages;

    private @Nullable String cursor;
    private final Map<Long, String> words = new HashMap<>();
    private transient @Nullable Page<HeldPosting> page;

    private Page<HeldPosting> page() {
        if (page == null) {
            page = queries.mine(Window.of(cursor, null));
        }
        return page;
    }

    public List<HeldPosting> getAll() {
        return page().items();
    }

    public String getNextHref() {
        String next = page().nextCursor();
        return next == null ? "" : "?cursor=" + next;
    }

    /** Whether something can be said to it. */
    public boolean appealable(HeldPosting held) {
        return held.status().after(HeldStatus.Step.APPEAL) != null;
    }

    /** Sends the appeal. */
    public String appeal(long id) {
        desk.appeal(id, words.get(id));
        messages.done("points.held.appeal.done");
        return "/held.xhtml?faces-redirect=true";
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }

    /** What is written to each, by its id. */
    public Map<Long, String> getWords() {
        return words;
    }
}
