package org.linli.portal.points.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.PointsQueries;
import org.linli.portal.points.Shortfall;

/** Points of reversed records that were spent before they could be taken back. */
@Named("shortfallsView")
@RequestScoped
public class ShortfallsView {
    private final PointsQueries queries;
    private final Caller caller;
    private long communityId;
    private @Nullable String cursor;
    private List<Shortfall> all = List.of();
    private @Nullable String nextCursor;

    @Inject
    public ShortfallsView(PointsQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    /** Reads what the page shows. */
    public void load() {
        if (communityId == 0) {
            communityId = caller.workplace(AwardsPlaces.READERS)
                    .orElseThrow(() -> DomainException.forbidden("people.role-needed"));
        }
        Page<Shortfall> page = queries.shortfalls(communityId, Window.of(cursor, null));
        all = page.items();
        nextCursor = page.nextCursor();
    }

    public List<Shortfall> getAll() {
        return all;
    }

    /** Address of those that follow, empty at the end. */
    public String getNextHref() {
        return nextCursor == null ? "" : "?community=" + communityId + "&cursor=" + nextCursor;
    }

    public @Nullable String getCommunity() {
        return Long.toString(communityId);
    }

    public void setCommunity(@Nullable String community) {
        communityId = community == null || community.isBlank() ? communityId : Id.ofPath(community);
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }
}
