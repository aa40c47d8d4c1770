package org.linli.portal.ledger.journal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.journal.PublicJournals;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** 公开账册: the roots of a community's journal, or the communities to choose from. For everybody. */
@Named("publicJournalView")
@RequestScoped
public class PublicJournalView {
    private static final int DAYS = 30;
    private static final String ALL = "all";

    private final PublicJournals journals;
    private final Caller caller;
    private @Nullable String community;
    private @Nullable String cursor;
    private PublicJournals.@Nullable Published published;
    private Page<PublicJournals.Keeper> keepers = new Page<>(List.of(), null);

    @Inject
    public PublicJournalView(PublicJournals journals, Caller caller) {
        this.journals = journals;
        this.caller = caller;
    }

    /**
     * Reads what the page shows: whoever is signed in finds their own community first.
     *
     * @throws DomainException 404 for what is no community
     */
    public void load() {
        if (community != null && !community.isBlank() && !ALL.equals(community)) {
            published = journals.published(Id.ofPath(community), DAYS);
        } else if (community == null && cursor == null && caller.isSignedIn()) {
            published = journals.published(caller.communityId(), DAYS);
        } else {
            keepers = journals.keepers(Window.of(cursor, null));
            if (keepers.items().size() == 1 && keepers.nextCursor() == null) {
                published = journals.published(keepers.items().get(0).communityId(), DAYS);
            }
        }
    }

    public PublicJournals.@Nullable Published getPublished() {
        return published;
    }

    public List<PublicJournals.Keeper> getKeepers() {
        return keepers.items();
    }

    /** Address of the communities that follow, empty at the end. */
    public String getNextHref() {
        return keepers.nextCursor() == null ? "" : "?community=all&cursor=" + keepers.nextCursor();
    }

    public @Nullable String getCommunity() {
        return community;
    }

    public void setCommunity(@Nullable String community) {
        this.community = community;
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }
}
