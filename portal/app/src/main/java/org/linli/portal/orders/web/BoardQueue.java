package org.linli.portal.orders.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.BoardQueries;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.OrderSummary;
import org.linli.portal.orders.QueueFilter;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;

/** The left side of the board: what waits, filtered by state and words. Read anew at each refresh. */
@Named("queue")
@ViewScoped
public class BoardQueue implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String WAITING = "waiting";
    private static final List<String> FILTERS = List.of(WAITING, "asked", "going", "review");
    private static final Set<OrderStatus> ON_THE_WAY = EnumSet.of(OrderStatus.ACCEPTED, OrderStatus.IN_SERVICE);

    private final OrderQueries queries;
    private final BoardQueries board;
    private final Caller caller;
    private final Clock clock;
    private @Nullable String state;
    private @Nullable String text;

    @Inject
    public BoardQueue(OrderQueries queries, BoardQueries board, Caller caller, Clock clock) {
        this.queries = queries;
        this.board = board;
        this.caller = caller;
        this.clock = clock;
    }

    /** A filter of the board with how many orders it shows. */
    public record Filter(String key, long count, boolean current) {}

    /** Orders to show, overdue ones first. */
    public List<OrderSummary> getRows() {
        return queries.board(community(), new QueueFilter(statuses(getKey()), false, text));
    }

    public List<Filter> getFilters() {
        Map<OrderStatus, Long> counts = queries.counts(community());
        return FILTERS.stream()
                .map(key -> new Filter(key, count(counts, statuses(key)), key.equals(getKey())))
                .toList();
    }

    private long community() {
        return caller.workplace(Set.of(Role.DISPATCHER)).orElseGet(caller::communityId);
    }

    public Instant getNow() {
        return clock.instant();
    }

    public List<BoardQueries.Team> getTeams() {
        return board.teams(community());
    }

    /** Query of the present filters, to be followed by a parameter. */
    public String getQuery() {
        String words = text == null ? "" : "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&";
        return "state=" + getKey() + "&" + words;
    }

    /** Orders that wait for the dispatcher. */
    public long getWaiting() {
        return count(queries.counts(community()), statuses(WAITING));
    }

    /** The filter in use. */
    public String getKey() {
        return state == null || !FILTERS.contains(state) ? WAITING : state;
    }

    private static Set<OrderStatus> statuses(String key) {
        return switch (key) {
            case "asked" -> EnumSet.of(OrderStatus.DISPATCHED);
            case "going" -> ON_THE_WAY;
            case "review" -> EnumSet.of(OrderStatus.COMPLETED);
            default -> EnumSet.of(OrderStatus.PLACED, OrderStatus.TRIAGED);
        };
    }

    private static long count(Map<OrderStatus, Long> counts, Set<OrderStatus> statuses) {
        return statuses.stream().mapToLong(s -> counts.getOrDefault(s, 0L)).sum();
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
