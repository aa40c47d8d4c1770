package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.BrandOrderQueries;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.OrderSummary;
import org.linli.portal.orders.QueueFilter;
import org.linli.portal.orders.TaskView;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.rest.Window;

/** What waits for the viewer, the most urgent first. */
@Named
@RequestScoped
public class HomeNeeds {
    private static final int MOST_OF_A_KIND = 3;
    private static final Duration AT_THE_DOOR = Duration.ofHours(1);
    private static final Window FEW = new Window(Long.MAX_VALUE, 10);

    private final OrderQueries queries;
    private final BrandOrderQueries brandOrders;
    private final Caller caller;
    private final OrderWords words;
    private final Clock clock;
    private final HomeDuties duties;
    private @Nullable List<Need> needs;

    @Inject
    public HomeNeeds(
            OrderQueries queries,
            BrandOrderQueries brandOrders,
            Caller caller,
            OrderWords words,
            Clock clock,
            HomeDuties duties) {
        this.queries = queries;
        this.brandOrders = brandOrders;
        this.caller = caller;
        this.words = words;
        this.clock = clock;
        this.duties = duties;
    }

    /**
     * A row of the home page.
     *
     * @param title what is to be done
     * @param href where
     * @param meta about which order, or which page
     * @param icon of the service
     * @param badge the words of the badge
     * @param tone of the badge
     */
    public record Need(String title, String href, String meta, String icon, String badge, String tone) {}

    public List<Need> getAll() {
        if (needs == null) {
            needs = read();
        }
        return needs;
    }

    private List<Need> read() {
        List<Need> all = new ArrayList<>();
        if (caller.holdsAnywhere(Role.VOLUNTEER)) {
            queries.assignments(true, FEW).items().forEach(task -> all.add(ofTask(task)));
            queries.offers().stream().limit(MOST_OF_A_KIND).forEach(task -> all.add(ofOffer(task)));
        }
        List<OrderSummary> mine = queries.mine(Set.of(OrderStatus.COMPLETED, OrderStatus.ACCEPTED), FEW)
                .items();
        Set<Long> inSteps = brandOrders.inSteps(mine);
        mine.stream().filter(order -> !inSteps.contains(order.id())).forEach(order -> all.add(ofMine(order)));
        caller.workplace(Set.of(Role.DISPATCHER))
                .map(community -> queries.board(community, new QueueFilter(OrderStatus.QUEUED, true, null)))
                .ifPresent(late -> late.stream().limit(MOST_OF_A_KIND).forEach(order -> all.add(ofLate(order))));
        all.addAll(duties.needs());
        return all;
    }

    private Need ofTask(TaskView task) {
        String page = "/task.xhtml?order=";
        if (task.order().status() == OrderStatus.IN_SERVICE) {
            return need(task.order(), "finish", page, "accent");
        }
        return need(task.order(), isSoon(task.order()) ? "start" : "planned", page, "primary");
    }

    private Need ofOffer(TaskView task) {
        OrderSummary order = task.order();
        return new Need(
                words.say("home.need.offer", words.day(task.expiresAt())),
                "/tasks.xhtml?show=offers",
                about(order),
                order.item().icon(),
                words.say("home.need.offer.badge"),
                "warning");
    }

    private Need ofMine(OrderSummary order) {
        if (order.status() == OrderStatus.COMPLETED) {
            return need(order, "review", "/order-detail.xhtml?id=", "warning");
        }
        return need(order, isSoon(order) ? "code" : "coming", "/order-detail.xhtml?id=", "primary");
    }

    /** Whether somebody may stand at the door by now. */
    private boolean isSoon(OrderSummary order) {
        return order.wantedFrom().isBefore(clock.instant().plus(AT_THE_DOOR));
    }

    private Need ofLate(OrderSummary order) {
        return need(order, "late", "/dispatch.xhtml?order=", "danger");
    }

    private Need need(OrderSummary order, String kind, String page, String tone) {
        return new Need(
                words.say("home.need." + kind),
                page + order.id(),
                about(order),
                order.item().icon(),
                words.say("home.need." + kind + ".badge"),
                tone);
    }

    private String about(OrderSummary order) {
        return words.item(order.item()) + " · " + words.window(order);
    }
}
