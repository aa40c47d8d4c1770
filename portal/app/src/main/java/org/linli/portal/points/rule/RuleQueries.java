package org.linli.portal.points.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.time.Clocks;

/** Reads rules: editions are known to everybody of the community, the draft to those who administer or audit it. */
@ApplicationScoped
public class RuleQueries {
    /** Who reads what is being prepared. */
    static final Set<Role> READERS = Set.of(Role.COMMUNITY_ADMIN, Role.AUDITOR);

    private final RuleBooks books;
    private final RuleRows rows;
    private final Caller caller;
    private final People people;
    private final Clock clock;

    @Inject
    public RuleQueries(RuleBooks books, RuleRows rows, Caller caller, People people, Clock clock) {
        this.books = books;
        this.rows = rows;
        this.caller = caller;
        this.people = people;
        this.clock = clock;
    }

    /** Where an edition stands in time. */
    public enum State {
        /** Its date has not come. */
        WAITS,
        /** Decides about services that end today. */
        IN_FORCE,
        /** Another took its place; it still explains what it gave. */
        PAST
    }

    /**
     * An edition as it is shown.
     *
     * @param edition itself
     * @param state where it stands today
     * @param madeBy name of whoever published it, empty for the built-in rule
     * @param changes what it says otherwise than the edition before
     */
    public record Shown(Edition edition, State state, String madeBy, List<RuleChange> changes) {}

    /**
     * The editions of a community, the latest first, the built-in one last.
     *
     * @throws org.linli.portal.platform.problem.DomainException 404 out of the caller's part of the tree
     */
    public List<Shown> editions(long communityId) {
        caller.requireSees(communityId);
        List<Edition> all = books.all(communityId);
        Map<Long, String> names = people.names(all.stream()
                .map(Edition::madeBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        LocalDate today = today();
        int inForce = books.inForce(communityId, today).number();
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Edition edition = all.get(i);
            RuleBook before = i + 1 < all.size() ? all.get(i + 1).book() : edition.book();
            State state = edition.number() == inForce
                    ? State.IN_FORCE
                    : edition.number() > inForce ? State.WAITS : State.PAST;
            String maker = edition.madeBy() == null ? "" : names.getOrDefault(edition.madeBy(), "");
            shown.add(new Shown(edition, state, maker, RuleChange.between(before, edition.book())));
        }
        return replaced(shown);
    }

    /** Of several that wait, one is never used when a later one begins no later. */
    private static List<Shown> replaced(List<Shown> latestFirst) {
        List<Shown> result = new ArrayList<>();
        LocalDate begins = LocalDate.MAX;
        for (Shown shown : latestFirst) {
            LocalDate from = shown.edition().validFrom();
            boolean never = shown.state() == State.WAITS && from != null && !from.isBefore(begins);
            result.add(never ? new Shown(shown.edition(), State.PAST, shown.madeBy(), shown.changes()) : shown);
            if (from != null && from.isBefore(begins)) {
                begins = from;
            }
        }
        return result;
    }

    /** The draft and what it would change against the edition before it, if there is one. */
    public Optional<RuleDraft> draft(long communityId) {
        caller.requireAtCommunity(READERS, communityId);
        return rows.draft(communityId);
    }

    /** What the draft says otherwise than the latest edition. */
    public List<RuleChange> changes(RuleDraft draft) {
        return RuleChange.between(books.all(draft.communityId()).get(0).book(), draft.book());
    }

    /** The first day from which a draft could hold. */
    public LocalDate tomorrow() {
        return today().plusDays(1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }
}
