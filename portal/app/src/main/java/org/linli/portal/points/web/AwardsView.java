package org.linli.portal.points.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Movement;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.points.AwardCommand;
import org.linli.portal.points.Explanation;
import org.linli.portal.points.PointsDesk;
import org.linli.portal.points.PointsQueries;
import org.linli.portal.points.Receipts;

/** 好人好事: who is given points, and what was given and taken back. */
@Named("awardsView")
@ViewScoped
public class AwardsView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FOUND = 8;

    @Inject
    private transient PointsDesk desk;

    @Inject
    private transient PointsQueries queries;

    @Inject
    private transient Receipts receipts;

    @Inject
    private transient People people;

    @Inject
    private transient Caller caller;

    @Inject
    private transient Language language;

    @Inject
    private transient PageMessages messages;

    /** The same until the award is given: a double click gives once. */
    private final long awardId = Ids.next();

    private long communityId;
    private @Nullable String personId;
    private @Nullable String points;
    private @Nullable String reason;

    @PostConstruct
    void begin() {
        communityId = caller.workplace(AwardsPlaces.READERS).orElse(0L);
    }

    /** People of the community whose name, initials or number is that. */
    public List<String> suggest(String text) {
        return people.search(communityId, text, FOUND).stream()
                .map(person -> String.valueOf(person.id()))
                .toList();
    }

    /** How a person is shown in the list. */
    public String label(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return "";
        }
        return people.find(Id.ofField(id, "personId"))
                .filter(person -> caller.sees(person.communityId()))
                .map(person -> person.name() + " · " + person.publicNumber())
                .orElse("");
    }

    /** Gives the points. */
    public String award() {
        Points amount =
                Points.parse(points).orElseThrow(() -> DomainException.invalidField("points", "points.no-amount"));
        Long person = personId == null ? null : (Long) Id.ofField(personId, "personId");
        desk.award(new AwardCommand(awardId, person, amount, reason));
        messages.done("points.award.done", label(personId), amount.format());
        return "/admin/points.xhtml?faces-redirect=true";
    }

    /** A line of the list: who, and why. */
    public record Given(Explanation explanation, String name) {}

    /** The latest awards and corrections. */
    public List<Given> getGiven() {
        if (communityId == 0) {
            return List.of();
        }
        Page<Movement> page = queries.granted(communityId, Window.first());
        Map<Long, String> names =
                people.names(page.items().stream().map(Movement::personId).toList());
        return page.items().stream()
                .map(movement -> new Given(
                        receipts.explain(movement, language.locale()), names.getOrDefault(movement.personId(), "")))
                .toList();
    }

    /** Whether the caller may give points, and not only read. */
    public boolean isGiver() {
        return communityId != 0 && caller.holds(Role.COMMUNITY_ADMIN, communityId);
    }

    /** The most that one award gives. */
    public String getMost() {
        return desk.maxAward().format();
    }

    public String getCommunity() {
        return Long.toString(communityId);
    }

    public void setCommunity(@Nullable String community) {
        communityId = community == null || community.isBlank() ? communityId : Id.ofPath(community);
    }

    public @Nullable String getPersonId() {
        return personId;
    }

    public void setPersonId(@Nullable String personId) {
        this.personId = personId;
    }

    public @Nullable String getPoints() {
        return points;
    }

    public void setPoints(@Nullable String points) {
        this.points = points;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
