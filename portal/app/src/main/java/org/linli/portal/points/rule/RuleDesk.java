package org.linli.portal.points.rule;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.Catalogue;
import org.linli.portal.orders.CatalogueItem;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.points.rule.RuleBook.ItemRule;

/** 积分规则: an administrator drafts the next edition and publishes it; an edition is never changed after. */
@Desk
public class RuleDesk {
    private static final int MAX_NOTE = 500;
    private static final int MAX_DAYS_AHEAD = 366;

    private final Caller caller;
    private final RuleRows rows;
    private final RuleBooks books;
    private final Catalogue catalogue;
    private final RuleNews news;

    @Inject
    public RuleDesk(Caller caller, RuleRows rows, RuleBooks books, Catalogue catalogue, RuleNews news) {
        this.caller = caller;
        this.rows = rows;
        this.books = books;
        this.catalogue = catalogue;
        this.news = news;
    }

    /**
     * Begins a draft with what the latest edition says.
     *
     * @throws DomainException 404 or 403 for others than the community's administrators, 409 when there is a draft
     */
    public RuleDraft begin(long communityId) {
        caller.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN), communityId);
        RuleBook latest = books.all(communityId).get(0).book();
        RuleDraft draft = new RuleDraft(communityId, latest, caller.personId(), news.now(), 0);
        rows.begin(draft);
        news.record("points.rule-draft", communityId, "");
        return draft;
    }

    /**
     * Changes the draft.
     *
     * @param version that the caller saw
     * @throws DomainException 400 naming what is out of range, 412 when somebody changed it meanwhile
     */
    public RuleDraft save(long communityId, long version, RuleBook book) {
        RuleDraft before = draft(communityId, version);
        Violations violations = new Violations();
        book.check(violations);
        Set<Long> known =
                catalogue.allItems(communityId).stream().map(CatalogueItem::id).collect(Collectors.toSet());
        book.items().keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> violations.check(false, "items." + id, "points.rule-unknown-item"));
        violations.throwIfAny();
        RuleDraft draft = new RuleDraft(communityId, plain(book), caller.personId(), news.now(), before.version() + 1);
        rows.change(draft);
        return draft;
    }

    /** Without items of which nothing special is said. */
    private static RuleBook plain(RuleBook book) {
        Map<Long, ItemRule> special = new TreeMap<>(book.items());
        special.values().removeIf(ItemRule::isUsual);
        return new RuleBook(special, book.weights(), book.caps(), book.minimumShare(), book.bonuses());
    }

    /** Throws the draft away. */
    public void discard(long communityId, long version) {
        draft(communityId, version);
        rows.end(communityId, version);
        news.record("points.rule-discard", communityId, "");
    }

    /**
     * Makes the draft the community's next edition and tells its volunteers.
     *
     * @param validFrom for services that end on this day or later, tomorrow at the earliest
     * @param note why
     * @return the new edition's number
     */
    public int publish(long communityId, long version, @Nullable LocalDate validFrom, @Nullable String note) {
        RuleDraft draft = draft(communityId, version);
        LocalDate today = LocalDate.ofInstant(news.now(), Clocks.ZONE);
        new Violations()
                .required(validFrom, "validFrom")
                .check(
                        validFrom == null
                                || (validFrom.isAfter(today) && !validFrom.isAfter(today.plusDays(MAX_DAYS_AHEAD))),
                        "validFrom",
                        "points.rule-date",
                        today.plusDays(1),
                        today.plusDays(MAX_DAYS_AHEAD))
                .requiredText(note, "note", MAX_NOTE)
                .throwIfAny();
        if (validFrom == null || note == null) {
            throw new IllegalStateException("checked before");
        }
        RuleDraft mine = new RuleDraft(communityId, draft.book(), caller.personId(), draft.changedAt(), version);
        rows.end(communityId, version);
        int number = rows.publish(mine, validFrom, note.strip(), news.now());
        news.record("points.rule-publish", communityId, number + " | " + validFrom + " | " + note.strip());
        news.tell(communityId, number, validFrom);
        return number;
    }

    private RuleDraft draft(long communityId, long version) {
        caller.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN), communityId);
        RuleDraft draft = rows.draft(communityId).orElseThrow(DomainException::notFound);
        EntityTags.requireSame(version, draft.version());
        return draft;
    }
}
