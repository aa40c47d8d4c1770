package org.linli.portal.points.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.points.rule.Preview;
import org.linli.portal.points.rule.RuleChange;
import org.linli.portal.points.rule.RuleDraft;
import org.linli.portal.points.rule.RulePreview;
import org.linli.portal.points.rule.RuleQueries;

/** 积分规则 of a community: what holds, what held, what is drafted and what that would have given. */
@Named("rulesView")
@RequestScoped
public class RulesView {
    /** Choices of how far a preview looks back. */
    private static final List<Integer> MONTHS = List.of(1, 3, 6, 12, RulePreview.MAX_MONTHS);

    private final RuleQueries queries;
    private final RulePreview previews;
    private final Caller caller;
    private long communityId;
    private int months;
    private @Nullable List<RuleQueries.Shown> editions;
    private boolean read;
    private @Nullable RuleDraft draft;
    private @Nullable Preview preview;

    @Inject
    public RulesView(RuleQueries queries, RulePreview previews, Caller caller) {
        this.queries = queries;
        this.previews = previews;
        this.caller = caller;
    }

    /** Reads what the page shows, or refuses. */
    public void load() {
        getEditions();
        getDraft();
        getPreview();
    }

    private long place() {
        if (communityId == 0) {
            communityId = caller.workplace(AwardsPlaces.READERS)
                    .orElseThrow(() -> DomainException.forbidden("people.role-needed"));
        }
        return communityId;
    }

    public List<RuleQueries.Shown> getEditions() {
        if (editions == null) {
            editions = queries.editions(place());
        }
        return editions;
    }

    /** The edition that decides today. */
    public RuleQueries.@Nullable Shown getInForce() {
        return getEditions().stream()
                .filter(shown -> shown.state() == RuleQueries.State.IN_FORCE)
                .findFirst()
                .orElse(null);
    }

    /** Null when there is none. */
    public @Nullable RuleDraft getDraft() {
        if (!read) {
            draft = queries.draft(place()).orElse(null);
            read = true;
        }
        return draft;
    }

    /** What the draft changes. */
    public List<RuleChange> getChanges() {
        RuleDraft shown = getDraft();
        return shown == null ? List.of() : queries.changes(shown);
    }

    /** Null unless it was asked for how far to look back. */
    public @Nullable Preview getPreview() {
        if (preview == null && months > 0 && getDraft() != null) {
            preview = previews.ofDraft(place(), months);
        }
        return preview;
    }

    /** People of the preview: winners, losers or all. */
    public List<Preview.Person> people(String which) {
        Preview shown = getPreview();
        if (shown == null) {
            return List.of();
        }
        return switch (which) {
            case "winners" -> shown.winners();
            case "losers" -> shown.losers();
            default -> shown.people();
        };
    }

    /** The first day from which the draft could hold. */
    public LocalDate getTomorrow() {
        return queries.tomorrow();
    }

    public List<Integer> getChoices() {
        return MONTHS;
    }

    /** Whether the caller may write here, and not only read. */
    public boolean isWriter() {
        return caller.holds(Role.COMMUNITY_ADMIN, place());
    }

    public String getCommunity() {
        return Long.toString(place());
    }

    public void setCommunity(@Nullable String community) {
        communityId = community == null || community.isBlank() ? communityId : Id.ofPath(community);
    }

    public int getMonths() {
        return months;
    }

    public void setMonths(int months) {
        this.months = months;
    }
}
