package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderAction;
import org.linli.portal.orders.OrderMoved;
import org.linli.portal.orders.OrderStatus;

/**
 * 点单: one request for a service, from placing to closing. Every verb asks {@link Transitions} whether it is legal
 * (409 when not) and returns what happened; the status changes nowhere else.
 */
@Entity
@Table(name = "service_order")
public class ServiceOrder {
    @Id
    private long id;

    private String number;

    @Column(name = "community_id")
    private long communityId;

    @Embedded
    private Terms terms;

    @Embedded
    private Request request;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Embedded
    private @Nullable Triage triage;

    @Embedded
    private CheckInCode code;

    @Embedded
    private Milestones milestones;

    @Column(name = "status_since")
    private Instant statusSince;

    /** When the portal itself will do something; see {@link #overdue}. */
    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Version
    private long version;

    @Transient
    private FlowStages flow;

    protected ServiceOrder() {}

    /** A new order for that item; {@link #placed} tells what happened. */
    public ServiceOrder(Placing placing, ServiceItem item, FlowPack pack, Instant now) {
        this.id = placing.id();
        this.number = placing.number();
        this.communityId = item.communityId();
        this.terms = new Terms(item, pack);
        this.request = new Request(placing);
        this.flow = pack.stages();
        this.status = OrderStatus.PLACED;
        this.code = CheckInCode.none();
        this.milestones = new Milestones(now);
        this.statusSince = now;
        this.dueAt = queueEnd(now);
    }

    /** Gives a loaded order the stages of its pack, which never change and are kept apart. */
    public ServiceOrder following(FlowStages stages) {
        this.flow = stages;
        return this;
    }

    /** What happened when it was placed. */
    public OrderMoved placed() {
        String consent = request.consentNote() == null ? "" : request.consentNote();
        return moved(OrderAction.PLACE, null, new Act(request.placerId(), milestones.placedAt(), consent));
    }

    /** 三事分流, in packs that ask for it. */
    public OrderMoved triage(Triage result, Act act) {
        OrderMoved moved = move(OrderAction.TRIAGE, act);
        this.triage = result;
        this.dueAt = queueEnd(act.at());
        return moved;
    }

    /** 派单: one or more volunteers are asked; the queue's clock runs on until somebody accepts. */
    public OrderMoved offer(Act act) {
        return move(OrderAction.OFFER, act);
    }

    /**
     * An offer came to nothing: DECLINE, LAPSE or WITHDRAW.
     *
     * @param othersOpen whether somebody else can still accept
     */
    public OrderMoved offerEnded(OrderAction how, boolean othersOpen, Act act) {
        Transition legal = legal(how);
        return moveTo(othersOpen ? status : legal.to(), how, act);
    }

    /** 接单: from now on the resident has a code to show, in flows with one. */
    public OrderMoved accept(Act act) {
        OrderMoved moved = move(OrderAction.ACCEPT, act);
        this.code = freshCode();
        milestones.escalate(null);
        this.dueAt = flow.end(Stage.START, request.wantedTo());
        return moved;
    }

    /** The volunteer cannot come after all: back to the queue, whose clock starts anew. */
    public OrderMoved release(Act act) {
        OrderMoved moved = move(OrderAction.RELEASE, act);
        this.code = CheckInCode.none();
        this.dueAt = queueEnd(act.at());
        return moved;
    }

    /**
     * The volunteer is there and enters the resident's code.
     *
     * @return what happened, or nothing when the code was wrong: the try is counted
     */
    public Optional<OrderMoved> checkIn(String entered, Act act) {
        legal(OrderAction.CHECK_IN);
        if (flow.needsCode() && !code.accepts(entered, "orders.code-locked")) {
            return Optional.empty();
        }
        milestones.start(act.at());
        this.dueAt = flow.end(Stage.SERVE, act.at());
        this.code = freshCode();
        return Optional.of(move(OrderAction.CHECK_IN, act));
    }

    /** A new code for the resident, after too many wrong tries or when somebody overheard the old one. */
    public void renewCode() {
        legal(status == OrderStatus.IN_SERVICE ? OrderAction.COMPLETE : OrderAction.CHECK_IN);
        this.code = freshCode();
    }

    private CheckInCode freshCode() {
        return flow.needsCode() ? CheckInCode.issue() : CheckInCode.none();
    }

    /**
     * The volunteer is done and may enter the resident's second code, which makes the better proof.
     *
     * @param entered empty for none
     * @return what happened, or nothing when the code was wrong: the try is counted
     */
    public Optional<OrderMoved> complete(String entered, Act act) {
        legal(OrderAction.COMPLETE);
        boolean coded = flow.needsCode() && !entered.isEmpty();
        if (coded && !code.accepts(entered, "orders.code-out-locked")) {
            return Optional.empty();
        }
        this.code = coded ? CheckInCode.codedOut() : CheckInCode.none();
        OrderMoved moved = move(OrderAction.COMPLETE, act);
        milestones.complete(act.at());
        this.dueAt = flow.end(Stage.REVIEW, act.at());
        return Optional.of(moved);
    }

    /** A step of the brand waits: the review's clock stands still. */
    public void holdReview() {
        this.dueAt = null;
    }

    /** Its last step is done: the review's clock runs. */
    public void awaitReview(Instant now) {
        this.dueAt = flow.end(Stage.REVIEW, now);
    }

    /** Not good yet, says a step of the brand: the volunteer goes on. */
    public OrderMoved reopen(Act act) {
        OrderMoved moved = move(OrderAction.REOPEN, act);
        milestones.complete(null);
        this.code = freshCode();
        this.dueAt = flow.end(Stage.SERVE, act.at());
        return moved;
    }

    /** 评单. */
    public OrderMoved review(Act act) {
        OrderMoved moved = move(OrderAction.REVIEW, act);
        this.dueAt = flow.end(Stage.ASSESS, act.at());
        return moved;
    }

    /** 考单, in packs that ask for it. */
    public OrderMoved assess(Act act) {
        return move(OrderAction.ASSESS, act);
    }

    /** Nothing more is to be done. */
    public OrderMoved close(Act act) {
        return end(OrderAction.CLOSE, act);
    }

    public OrderMoved cancel(Act act) {
        return end(OrderAction.CANCEL, act);
    }

    /** The wanted time passed and nobody served. */
    public OrderMoved expire(Act act) {
        return end(OrderAction.EXPIRE, act);
    }

    /** A stage takes too long: the parent unit shall look at it. Happens once until somebody accepts. */
    public OrderMoved escalate(Act act) {
        OrderMoved moved = move(OrderAction.ESCALATE, act);
        milestones.escalate(act.at());
        this.dueAt = flow.expires(status) ? request.wantedTo() : null;
        return moved;
    }

    /** What the portal has to do now because a time limit has passed, if anything. */
    public Optional<OrderAction> overdue(Instant now) {
        if (dueAt == null || now.isBefore(dueAt)) {
            return Optional.empty();
        }
        if (flow.expires(status) && !now.isBefore(request.wantedTo())) {
            return Optional.of(OrderAction.EXPIRE);
        }
        return Optional.ofNullable(flow.then(flow.stage(status)));
    }

    /** Whether it can still be cancelled. */
    public boolean mayCancel() {
        return Transitions.of(status, OrderAction.CANCEL, flow).isPresent();
    }

    private Instant queueEnd(Instant from) {
        return flow.end(flow.stage(status), from, request.wantedTo());
    }

    private Transition legal(OrderAction action) {
        return Transitions.of(status, action, flow).orElseThrow(() -> Refusals.of(status, action));
    }

    private OrderMoved move(OrderAction action, Act act) {
        return moveTo(legal(action).to(), action, act);
    }

    private OrderMoved end(OrderAction action, Act act) {
        OrderMoved moved = move(action, act);
        this.code = CheckInCode.none();
        this.dueAt = null;
        return moved;
    }

    private OrderMoved moveTo(OrderStatus to, OrderAction action, Act act) {
        OrderStatus from = status;
        if (to != from) {
            this.status = to;
            this.statusSince = act.at();
        }
        return moved(action, from, act);
    }

    private OrderMoved moved(OrderAction action, @Nullable OrderStatus from, Act act) {
        return new OrderMoved(
                id, communityId, terms.brandId(), action, from, status, act.actorId(), act.note(), act.at());
    }

    /** When an offer made now must be answered. */
    Instant offerEnd(Instant now) {
        return flow.end(Stage.ACCEPT, now, request.wantedTo());
    }

    public long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public long communityId() {
        return communityId;
    }

    public OrderStatus status() {
        return status;
    }

    /** What the catalogue said when it was placed. */
    public Terms terms() {
        return terms;
    }

    public Request request() {
        return request;
    }

    /** Null before, and in packs without triage. */
    public @Nullable Triage triage() {
        return triage;
    }

    /** What whoever serves has to enter. */
    public CheckInCode code() {
        return code;
    }

    public Milestones milestones() {
        return milestones;
    }

    public FlowStages flow() {
        return flow;
    }

    public long version() {
        return version;
    }
}
