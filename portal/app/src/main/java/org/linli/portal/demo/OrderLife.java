package org.linli.portal.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.demo.Diary.Slot;
import org.linli.portal.demo.Offer.Addressee;
import org.linli.portal.demo.OrderRows.OrderEventRow;
import org.linli.portal.demo.OrderRows.ReviewRow;
import org.linli.portal.demo.OrderRows.ServiceOrderRow;
import org.linli.portal.demo.OrderRows.ServiceRecordRow;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.People.Volunteer;

/**
 * One order's life, told step by step in the order of time.
 *
 * <p>Steps that lie in the future are not taken, nor is anything after them: an order stands where its history has
 * come to by now. Each step appends to the timeline what the portal would have appended, and what the portal does by
 * itself when a time limit passes happens by itself here too.
 */
final class OrderLife {
    private static final Set<String> QUEUED = Set.of("PLACED", "DISPATCHED");

    /** What people do in each status; what the portal does by itself is {@link #overdue}. */
    private static final Map<String, Set<String>> STEPS = Map.of(
            "PLACED", Set.of("OFFER", "CANCEL"),
            "DISPATCHED", Set.of("DECLINE", "WITHDRAW", "ACCEPT", "CANCEL"),
            "ACCEPTED", Set.of("RELEASE", "CHECK_IN", "CANCEL"),
            "IN_SERVICE", Set.of("COMPLETE"),
            "COMPLETED", Set.of("REVIEW"));

    private final Scene scene;
    private final OrderBook book;
    private final OrderRequest request;
    private final long id;
    private final String number;
    private final List<OrderEventRow> events = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<Work> works = new ArrayList<>();
    private boolean overtaken;
    private String status = "PLACED";
    private Instant statusSince;
    private @Nullable Instant dueAt;
    private @Nullable String checkInCode;
    private @Nullable Instant startedAt;
    private @Nullable Instant completedAt;
    private @Nullable Instant escalatedAt;

    OrderLife(Scene scene, OrderBook book, OrderRequest request) {
        this.scene = scene;
        this.book = book;
        this.request = request;
        this.id = scene.ids().at(request.at());
        this.number = book.number(request.community(), request.at());
        this.statusSince = request.at();
        String note = request.consent() == null ? "" : request.consent();
        long placer = request.placer().id();
        events.add(
                new OrderEventRow(scene.ids().at(request.at()), id, request.at(), placer, "PLACE", null, status, note));
        dueAt = queueEnd(request.at());
    }

    /**
     * Asks a volunteer, or a team of which that volunteer will answer.
     *
     * @param teamId null for the volunteer alone
     */
    void offer(Instant at, Volunteer volunteer, @Nullable Long teamId) {
        Person dispatcher = book.dispatcher(request.community());
        if (step(at, "OFFER", "DISPATCHED", dispatcher.id(), "")) {
            Instant expires =
                    Period.earlier(at.plus(FlowLimits.ANSWER), request.wanted().to());
            Addressee addressee = new Addressee(volunteer, teamId, OfferReasons.of(request, volunteer));
            offers.add(new Offer(scene.ids().at(at), addressee, dispatcher, new Slot(at, expires)));
        }
    }

    void decline(Instant at, String note) {
        if (step(at, "DECLINE", "PLACED", volunteer(), note)) {
            lastOffer().answer("DECLINED", at, note);
        }
    }

    /** The dispatcher takes the offer back. */
    void withdraw(Instant at, String note) {
        if (step(at, "WITHDRAW", "PLACED", book.dispatcher(request.community()).id(), note)) {
            lastOffer().answer("WITHDRAWN", at, null);
        }
    }

    void accept(Instant at) {
        if (step(at, "ACCEPT", "ACCEPTED", volunteer(), "")) {
            Offer offer = lastOffer();
            offer.answer("ACCEPTED", at, null);
            works.add(new Work(scene.ids().at(at), offer, at));
            checkInCode = book.checkInCode();
            escalatedAt = null;
            dueAt = request.wanted().to().plus(FlowLimits.START);
        }
    }

    /** The volunteer gives the order back. */
    void release(Instant at, String note) {
        if (step(at, "RELEASE", "PLACED", volunteer(), note)) {
            lastWork().end("RELEASED", at);
            checkInCode = null;
            dueAt = queueEnd(at);
        }
    }

    void checkIn(Instant at) {
        if (step(at, "CHECK_IN", "IN_SERVICE", volunteer(), "")) {
            startedAt = at;
            checkInCode = book.checkInCode();
            dueAt = at.plus(FlowLimits.SERVE);
        }
    }

    void complete(Instant at, String journal) {
        if (step(at, "COMPLETE", "COMPLETED", volunteer(), "") && startedAt != null) {
            completedAt = at;
            lastWork().finish(at, journal, Period.begunMinutes(startedAt, at));
            dueAt = at.plus(FlowLimits.REVIEW);
        }
    }

    /** The resident confirms and rates; minutes are recorded and points earned in the same moment. */
    void review(Instant at, int rating, String comment) {
        if (step(at, "REVIEW", "REVIEWED", request.placer().id(), comment)) {
            conclude(at, request.placer(), rating, comment);
        }
    }

    void cancel(Instant at, String note) {
        if (step(at, "CANCEL", "CANCELLED", request.placer().id(), note)) {
            end(at);
        }
    }

    /** Lets time limits pass until an instant, or until now when that comes first. */
    private void passTime(Instant until) {
        Instant due = dueAt;
        while (due != null && scene.period().isPast(due) && !due.isAfter(until)) {
            overdue(due);
            due = dueAt;
        }
    }

    /** Writes the order with its offers, assignments and timeline, as they stand now. */
    void store() {
        overtaken = false;
        lapse(scene.period().now());
        passTime(scene.period().now());
        scene.rows().add(row());
        offers.forEach(offer -> scene.rows().add(offer.row(id)));
        works.forEach(work -> scene.rows().add(work.row(id)));
        events.forEach(scene.rows()::add);
        book.notices().tell(request, events, offers);
    }

    /** What the portal does when the present stage took too long. */
    private void overdue(Instant due) {
        if (status.equals("COMPLETED")) {
            append(due, "REVIEW", "REVIEWED", null, "");
            conclude(due, null, null, "");
        } else if (status.equals("ACCEPTED")
                || (QUEUED.contains(status) && !due.isBefore(request.wanted().to()))) {
            append(due, "EXPIRE", "EXPIRED", null, "");
            end(due);
        } else {
            append(due, "ESCALATE", status, null, "");
            escalatedAt = due;
            dueAt = QUEUED.contains(status) ? request.wanted().to() : null;
        }
    }

    /** The offer was not answered in time. */
    private void lapse(Instant until) {
        if (status.equals("DISPATCHED") && !lastOffer().expiresAt().isAfter(until)) {
            Instant at = lastOffer().expiresAt();
            passTime(at);
            if (status.equals("DISPATCHED")) {
                append(at, "LAPSE", "PLACED", null, "");
                lastOffer().answer("LAPSED", at, null);
            }
        }
    }

    private ServiceOrderRow row() {
        var item = request.entry().item();
        return new ServiceOrderRow(
                id,
                number,
                request.community().id(),
                request.principal().home().id(),
                request.entry().id(),
                book.flowPackId(),
                request.principal().id(),
                request.placer().id(),
                request.consent(),
                status,
                request.description(),
                request.principal().address(),
                request.wanted().from(),
                request.wanted().to(),
                item.minutes(),
                item.rate(),
                checkInCode,
                request.at(),
                statusSince,
                dueAt,
                startedAt,
                completedAt,
                escalatedAt);
    }

    private void conclude(Instant at, @Nullable Person reviewer, @Nullable Integer rating, String comment) {
        append(at, "CLOSE", "CLOSED", null, "");
        dueAt = null;
        Work work = lastWork();
        Instant started = startedAt;
        Instant ended = completedAt;
        if (started == null || ended == null) {
            throw new IllegalStateException("reviewed before it was served");
        }
        int minutes = Period.begunMinutes(started, ended);
        scene.rows().add(new ReviewRow(id, reviewer == null ? null : reviewer.id(), rating, comment, minutes, at));
        boolean own = reviewer != null && reviewer.id() == request.principal().id();
        ServiceRecordRow served = new ServiceRecordRow(
                scene.ids().at(at),
                id,
                request.community().id(),
                work.volunteer().id(),
                request.principal().id(),
                request.entry().id(),
                started,
                ended,
                minutes,
                own ? "B" : "D",
                at);
        scene.rows().add(served);
        book.award(work.volunteer().person(), request.entry().item(), served, reviewer);
    }

    private void end(Instant at) {
        offers.stream().filter(Offer::isOpen).forEach(offer -> offer.answer("WITHDRAWN", at, null));
        works.stream().filter(Work::isLive).forEach(work -> work.end("CANCELLED", at));
        checkInCode = null;
        dueAt = null;
    }

    /** Whether the step was taken: it lies in the past, and the order did not move otherwise before it. */
    private boolean step(Instant at, String action, String to, @Nullable Long actorId, String note) {
        if (!overtaken && scene.period().isPast(at)) {
            lapse(at);
            passTime(at);
        }
        overtaken = overtaken
                || !scene.period().isPast(at)
                || !STEPS.getOrDefault(status, Set.of()).contains(action);
        if (!overtaken) {
            append(at, action, to, actorId, note);
        }
        return !overtaken;
    }

    private void append(Instant at, String action, String to, @Nullable Long actorId, String note) {
        events.add(new OrderEventRow(scene.ids().at(at), id, at, actorId, action, status, to, note));
        if (!to.equals(status)) {
            statusSince = at;
        }
        status = to;
    }

    private Instant queueEnd(Instant from) {
        return Period.earlier(from.plus(FlowLimits.QUEUE), request.wanted().to());
    }

    private Offer lastOffer() {
        return offers.get(offers.size() - 1);
    }

    private Work lastWork() {
        return works.get(works.size() - 1);
    }

    /** Who the order was offered to last; null while it was offered to nobody. */
    private @Nullable Long volunteer() {
        return offers.isEmpty() ? null : Long.valueOf(lastOffer().volunteer().id());
    }
}
