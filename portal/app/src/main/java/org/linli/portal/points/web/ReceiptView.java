package org.linli.portal.points.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Movement;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.points.Explanation;
import org.linli.portal.points.PointsDesk;
import org.linli.portal.points.PointsQueries;
import org.linli.portal.points.Receipts;

/** One movement with its receipt; an administrator can take it back here. */
@Named("receiptView")
@ViewScoped
public class ReceiptView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient PointsQueries queries;

    @Inject
    private transient PointsDesk desk;

    @Inject
    private transient Receipts receipts;

    @Inject
    private transient Language language;

    @Inject
    private transient Caller caller;

    @Inject
    private transient People people;

    @Inject
    private transient PageMessages messages;

    private @Nullable String id;
    private @Nullable String reason;
    private transient @Nullable Explanation explanation;

    /** Reads the movement, or answers 404. */
    public void load() {
        explanation = receipts.explain(queries.movement(Id.ofPath(String.valueOf(id))), language.locale());
    }

    /** Takes the movement back. */
    public String reverse() {
        desk.reverse(Id.ofPath(String.valueOf(id)), reason);
        messages.done("points.reverse.done");
        return "/receipt.xhtml?faces-redirect=true&id=" + id;
    }

    /** The movement in words. */
    public @Nullable Explanation getExplanation() {
        if (explanation == null) {
            load();
        }
        return explanation;
    }

    /** The amount with its sign. */
    public String getTotal() {
        long amount = movement().amount();
        return (amount > 0 ? "+" : "") + Points.format(amount).replace('-', '−');
    }

    /** Whose points they are, for those who look at another's. */
    public String getOwner() {
        Movement movement = movement();
        return isOwn() ? "" : people.person(movement.personId()).name();
    }

    /** Whether the caller looks at their own points. */
    public boolean isOwn() {
        return movement().personId() == caller.personId();
    }

    /** Whether the caller may take it back. */
    public boolean isReversible() {
        Movement movement = movement();
        return movement.reversible() && !isOwn() && caller.holds(Role.COMMUNITY_ADMIN, movement.communityId());
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

    private Movement movement() {
        Explanation shown = getExplanation();
        if (shown == null) {
            throw new IllegalStateException("nothing loaded");
        }
        return shown.movement();
    }
}
