package org.linli.portal.orders.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.portal.dispatch.Ranked;
import org.linli.portal.orders.CandidateRanking;
import org.linli.portal.orders.DispatchDesk;
import org.linli.portal.orders.OfferOrder;
import org.linli.portal.orders.OrderDetail;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.OrderRef;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;

/** The right side of the board: one order, who could serve it and why, and what the dispatcher does with it. */
@Named("board")
@ViewScoped
public class BoardView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int CANDIDATES = 40;
    /** Name of the check boxes of the candidates; their values are ids, so that no shifted row is ever asked. */
    private static final String TICKED = "volunteer";

    private final OrderQueries queries;
    private final DispatchDesk desk;
    private final CandidateRanking candidates;
    private final PageMessages messages;
    private @Nullable Long order;
    private String who = "";
    private @Nullable Long teamId;
    private @Nullable String note;
    private transient @Nullable OrderDetail detail;
    private transient @Nullable List<Ranked> ranking;

    @Inject
    public BoardView(OrderQueries queries, DispatchDesk desk, CandidateRanking candidates, PageMessages messages) {
        this.candidates = candidates;
        this.queries = queries;
        this.desk = desk;
        this.messages = messages;
    }

    public boolean isChosen() {
        return order != null;
    }

    /** The chosen order, null when none is. */
    public @Nullable OrderDetail getDetail() {
        if (detail == null && order != null) {
            detail = queries.detail(order);
        }
        return detail;
    }

    /** Volunteers who may be asked ({@code eligible}) or may not, the best first. */
    public List<Ranked> candidates(boolean eligible) {
        if (ranking == null) {
            ranking = order == null ? List.of() : candidates.candidates(order, who, CANDIDATES);
        }
        return ranking.stream().filter(r -> r.eligible() == eligible).toList();
    }

    /** Asks those who are ticked. */
    public String offer() {
        String[] ticked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault(TICKED, new String[0]);
        if (ticked.length == 0) {
            throw DomainException.conflict("orders.tick-first");
        }
        List<Long> ids = Arrays.stream(ticked).map(Id::ofPath).toList();
        desk.offer(new OfferOrder(ref(), ids, null, note));
        return done("offered");
    }

    public String offerTeam() {
        desk.offer(new OfferOrder(ref(), List.of(), teamId, note));
        return done("offered");
    }

    public String withdraw(long dispatchId) {
        desk.withdraw(ref(), dispatchId, null);
        return done("withdrawn");
    }

    public String renewCode() {
        desk.renewCode(ref());
        return done("reissued");
    }

    private OrderRef ref() {
        if (order == null) {
            throw DomainException.notFound();
        }
        return OrderRef.latest(order);
    }

    private String done(String what) {
        messages.done("orders.page.board." + what);
        return "/dispatch.xhtml?order=" + order + "&faces-redirect=true";
    }

    public @Nullable Long getOrder() {
        return order;
    }

    public void setOrder(@Nullable Long order) {
        this.order = order;
    }

    /** Whom the dispatcher looks for among the candidates, empty for the best of all. */
    public String getWho() {
        return who;
    }

    public void setWho(@Nullable String who) {
        this.who = Objects.requireNonNullElse(who, "");
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public void setTeamId(@Nullable Long teamId) {
        this.teamId = teamId;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
