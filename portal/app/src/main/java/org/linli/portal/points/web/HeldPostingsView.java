package org.linli.portal.points.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.points.check.CheckDesk;
import org.linli.portal.points.check.CheckQueries;
import org.linli.portal.points.check.HeldPosting;

/** What was held in a community: read why, decide. */
@Named("heldPostings")
@ViewScoped
public class HeldPostingsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient CheckQueries queries;

    @Inject
    private transient CheckDesk desk;

    @Inject
    private transient Caller caller;

    @Inject
    private transient PageMessages messages;

    private long communityId;
    private final Map<Long, String> reasons = new HashMap<>();
    private transient @Nullable List<HeldPosting> all;

    @PostConstruct
    void begin() {
        communityId = caller.workplace(CheckQueries.READERS).orElse(0L);
    }

    private List<HeldPosting> all() {
        if (all == null) {
            all = communityId == 0
                    ? List.of()
                    : queries.of(communityId, false, Window.first()).items();
        }
        return all;
    }

    /** Those that wait for a decision. */
    public List<HeldPosting> getWaiting() {
        return communityId == 0
                ? List.of()
                : queries.of(communityId, true, Window.first()).items();
    }

    /** The latest that do not. */
    public List<HeldPosting> getPast() {
        return all().stream().filter(held -> !held.status().isWaiting()).toList();
    }

    public boolean mayDecide(HeldPosting held) {
        return queries.mayDecide(held);
    }

    /** Why the reader cannot decide on it: others do, or somebody else must. */
    public String whyNot(HeldPosting held) {
        return queries.hasSay(held) ? "points.held.notYours" : "points.held.notYet";
    }

    /** Pays it. */
    public String release(long id) {
        desk.release(id, reasons.get(id));
        return done();
    }

    /** Does not pay it. */
    public String refuse(long id) {
        desk.refuse(id, reasons.get(id));
        return done();
    }

    private String done() {
        messages.done("points.held.done");
        return "/admin/held-points.xhtml?faces-redirect=true&community=" + communityId;
    }

    /** Whether the reader sets the thresholds here. */
    public boolean isMaySet() {
        return communityId != 0 && queries.maySet(communityId);
    }

    public String getCommunity() {
        return Long.toString(communityId);
    }

    public void setCommunity(@Nullable String community) {
        communityId = community == null || community.isBlank() ? communityId : Id.ofPath(community);
    }

    /** What is written to each, by its id. */
    public Map<Long, String> getReasons() {
        return reasons;
    }
}
