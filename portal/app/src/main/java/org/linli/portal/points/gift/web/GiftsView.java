package org.linli.portal.points.gift.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.points.gift.GiftQueries;
import org.linli.portal.points.gift.InNeed;
import org.linli.portal.points.gift.NeedDesk;
import org.linli.portal.points.gift.PoolDesk;
import org.linli.portal.points.gift.PoolGrant;

/** The administrator's page of gifts: persons in need, the pool and its grants. */
@Named("giftsView")
@ViewScoped
public class GiftsView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Window SHOWN = new Window(Long.MAX_VALUE, 50);

    @Inject
    private transient NeedDesk needDesk;

    @Inject
    private transient PoolDesk poolDesk;

    @Inject
    private transient GiftQueries queries;

    @Inject
    private transient People people;

    @Inject
    private transient Caller caller;

    @Inject
    private transient PageMessages messages;

    /** The same until the page is left: a double click grants once. */
    private final long grantId = Ids.next();

    private long communityId;
    private NeedForm form = new NeedForm();
    private @Nullable String needId;
    private @Nullable String points;
    private @Nullable String reason;

    @PostConstruct
    void begin() {
        communityId = caller.workplace(Set.of(Role.COMMUNITY_ADMIN, Role.AUDITOR))
                .orElseThrow(() -> DomainException.forbidden("people.role-needed"));
    }

    public String add() {
        return done(
                "points.needs.added", needDesk.add(communityId, form.command()).name());
    }

    public String end(long id) {
        return done("points.needs.ended", needDesk.end(communityId, id).name());
    }

    /** Grants points, or asks the second administrator. */
    public String grant() {
        Points amount = Points.parse(points).orElse(null);
        new Violations()
                .required(needId, "needId")
                .check(amount != null, "points", "points.no-amount")
                .requiredText(reason, "reason", PoolDesk.MAX_REASON)
                .throwIfAny();
        Long need = needId == null || needId.isBlank() ? null : (Long) Id.ofField(needId, "needId");
        PoolGrant grant = poolDesk.grant(communityId, new PoolDesk.GrantCommand(grantId, need, amount, reason));
        return done("points.grants.done." + grant.status(), Points.format(grant.amount()));
    }

    public String approve(long id) {
        return done(
                "points.grants.done.PAID",
                Points.format(poolDesk.approve(communityId, id).amount()));
    }

    public String refuse(long id) {
        return done(
                "points.grants.done.REFUSED",
                Points.format(poolDesk.refuse(communityId, id).amount()));
    }

    public List<InNeed> getNeeds() {
        return queries.needs(communityId, SHOWN).items();
    }

    /** Those of the list whom something can be granted. */
    public List<InNeed> getStanding() {
        return getNeeds().stream().filter(need -> need.holdsOn(queries.today())).toList();
    }

    public boolean stands(InNeed need) {
        return need.holdsOn(queries.today());
    }

    /** A grant with the names of those concerned. */
    public record Line(PoolGrant grant, String person, String askedBy, boolean decidable) {}

    public List<Line> getGrants() {
        List<PoolGrant> grants = queries.grants(communityId, SHOWN).items();
        Map<Long, String> names = people.names(grants.stream()
                .flatMap(grant -> Stream.of(grant.personId(), grant.askedBy()))
                .collect(Collectors.toSet()));
        return grants.stream()
                .map(grant -> new Line(
                        grant,
                        names.getOrDefault(grant.personId(), ""),
                        names.getOrDefault(grant.askedBy(), ""),
                        isKeeper() && grant.status() == PoolGrant.Status.ASKED))
                .toList();
    }

    public long getPool() {
        return queries.pool(communityId);
    }

    /** Whether the viewer keeps the list, and not only reads it. */
    public boolean isKeeper() {
        return caller.holds(Role.COMMUNITY_ADMIN, communityId);
    }

    public NeedForm getForm() {
        return form;
    }

    public @Nullable String getNeedId() {
        return needId;
    }

    public void setNeedId(@Nullable String needId) {
        this.needId = needId;
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

    private String done(String key, String argument) {
        messages.done(key, argument);
        return "/admin/points-gifts.xhtml?faces-redirect=true";
    }
}
