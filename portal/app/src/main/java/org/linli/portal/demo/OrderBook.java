package org.linli.portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.demo.DemoContent.Item;
import org.linli.portal.demo.Ledger.Fact;
import org.linli.portal.demo.OrderRows.ServiceRecordRow;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.Tree.Node;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.points.ServicePayment.Earning;

/** What orders have in common: their numbers, codes and flow, and the points that they earn. */
final class OrderBook {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    /** Without letters that are mistaken for others when they are read out. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final long flowPackId;
    private final People people;
    private final Ledger ledger;
    private final OrderNotices notices;
    private final RuleHistory rules;
    private final Set<String> numbers = new HashSet<>();
    private final Map<Long, ServiceRecordRow> lastServed = new HashMap<>();
    private final Chance chance = new Chance("order numbers");

    OrderBook(long flowPackId, People people, Ledger ledger, OrderNotices notices, RuleHistory rules) {
        this.flowPackId = flowPackId;
        this.people = people;
        this.ledger = ledger;
        this.notices = notices;
        this.rules = rules;
    }

    long flowPackId() {
        return flowPackId;
    }

    OrderNotices notices() {
        return notices;
    }

    /** A number that people can read out, not used in the community before. */
    String number(Node community, Instant at) {
        String day = DAY.format(LocalDate.ofInstant(at, Period.ZONE));
        String number = day + "-" + chance.letters(ALPHABET, 5);
        while (!numbers.add(community.code() + number)) {
            number = day + "-" + chance.letters(ALPHABET, 5);
        }
        return number;
    }

    String checkInCode() {
        return chance.digits(6);
    }

    /** Who offers the orders of a community. */
    Person dispatcher(Node community) {
        return people.holder("DISPATCHER", community);
    }

    /** Posts what the rule of the portal gives for a record, with its receipt. */
    void award(Person volunteer, Item item, ServiceRecordRow served, @Nullable Person reviewer) {
        ServiceRecorded service = new ServiceRecorded(
                served.id(),
                served.orderId(),
                null,
                served.communityId(),
                served.volunteerId(),
                served.residentId(),
                reviewer == null ? null : (Long) reviewer.id(),
                served.itemId(),
                item.nameZh(),
                item.nameEn(),
                served.startedAt(),
                served.endedAt(),
                served.minutes(),
                item.minutes(),
                item.rate(),
                served.evidence(),
                served.recordedAt());
        Earning earning = rules.earning(service, reviewer == null ? "" : reviewer.name());
        long overlap = overlap(served);
        if (overlap > Ledger.OVERLAP_ALLOWED) {
            ledger.keepBack(served, earning, overlap);
            return;
        }
        Fact fact = new Fact(
                "SERVICE",
                served.id(),
                served.recordedAt(),
                null,
                earning.receipt().toJson());
        ledger.award(volunteer, earning.amount(), fact);
        rules.paid(volunteer, served, earning);
    }

    /** Minutes by which it overlaps the service before it; the detector of the portal would find the same. */
    private long overlap(ServiceRecordRow served) {
        ServiceRecordRow before = lastServed.put(served.volunteerId(), served);
        if (before == null) {
            return 0;
        }
        Instant from = before.startedAt().isAfter(served.startedAt()) ? before.startedAt() : served.startedAt();
        return Duration.between(from, Period.earlier(before.endedAt(), served.endedAt()))
                .toMinutes();
    }
}
