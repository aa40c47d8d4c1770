package org.linli.portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.demo.Catalogue.Entry;
import org.linli.portal.demo.DemoContent.Comment;
import org.linli.portal.demo.DemoContent.Story;
import org.linli.portal.demo.Diary.Slot;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.People.Volunteer;
import org.linli.portal.demo.Tree.Node;

/** Three months of orders, in the order in which they were placed. */
final class OrderHistory {
    private static final Map<String, Integer> NAMED = Map.of("旺家社区", 250, "贵苑社区", 190, "龙生社区", 195);
    private static final int ELSEWHERE = 66;
    private static final int ROUNDS = 4;

    /** Nobody is asked later than this before the service. */
    private static final Duration NOTICE = Duration.ofHours(4);

    private final Scene scene;
    private final Cast cast;
    private final Diary diary;
    private final OrderBook book;
    private final Chance chance = new Chance("orders");
    private final Map<Long, Integer> served = new HashMap<>();

    /** The people, what they may order, and where. */
    record Cast(Tree tree, People people, Catalogue catalogue) {}

    private record Moment(Instant at, Node community) {}

    OrderHistory(Scene scene, Cast cast, Diary diary, OrderBook book) {
        this.scene = scene;
        this.cast = cast;
        this.diary = diary;
        this.book = book;
    }

    void compose() {
        List<Moment> moments = new ArrayList<>();
        for (Node community : cast.tree().communities()) {
            int count = NAMED.getOrDefault(community.name(), ELSEWHERE);
            for (int i = 0; i < count; i++) {
                moments.add(new Moment(placing(), community));
            }
        }
        moments.sort(Comparator.comparing(Moment::at));
        moments.stream().filter(moment -> scene.period().isPast(moment.at())).forEach(this::tell);
    }

    /** A moment of the day, later days somewhat likelier: the service becomes known. */
    private Instant placing() {
        LocalDate first = scene.period().firstDay();
        int days = (int) Duration.between(
                        first.atStartOfDay(Period.ZONE), scene.period().today().atStartOfDay(Period.ZONE))
                .toDays();
        int day = Math.max(chance.between(0, days), chance.happens(0.4) ? chance.between(0, days) : 0);
        Instant minute = Period.at(first.plusDays(day), chance.between(7 * 60 + 30, 21 * 60));
        return minute.plusMillis(chance.between(0, 59_999));
    }

    private void tell(Moment moment) {
        Instant at = moment.at();
        Node community = moment.community();
        Entry entry = chooseEntry(community, at);
        Story story = chance.oneOf(scene.content().stories().stream()
                .filter(candidate -> candidate.item().equals(entry.item().key()))
                .toList());
        Volunteer first = choose(able(community, entry, at));
        Slot free = first == null
                ? null
                : diary.find(
                        first,
                        at.plus(chance.minutes(18 * 60, 60 * 60)),
                        entry.item().minutes());
        Slot wanted = free == null ? someTimeAfter(at, entry) : free;
        OrderLife life = new OrderLife(scene, book, request(moment, entry, story, wanted));
        if (chance.happens(0.03)) {
            life.cancel(at.plus(chance.minutes(10, 600)), scene.content().answer("CANCEL", chance));
        } else if (first != null && free != null) {
            findVolunteer(life, new Task(moment, entry, story, wanted), first);
        }
        life.store();
    }

    private OrderRequest request(Moment moment, Entry entry, Story story, Slot wanted) {
        Person principal = chance.oneOf(cast.people().residents(moment.community()).stream()
                .filter(resident -> resident.isKnownAt(moment.at()))
                .toList());
        if (chance.happens(0.15)) {
            Person worker = cast.people().holder("GRID_WORKER", cast.tree().grid(principal.home()));
            String consent = scene.content().answer("CONSENT", chance);
            return new OrderRequest(entry, principal, worker, consent, story.request(), moment.at(), wanted);
        }
        return OrderRequest.own(entry, principal, story.request(), moment.at(), wanted);
    }

    /** Mostly something that a volunteer of the community can do. */
    private Entry chooseEntry(Node community, Instant at) {
        return chance.oneOf(
                cast.catalogue().of(community),
                entry -> able(community, entry, at).isEmpty() ? 1 : 40);
    }

    /** An order for which somebody is sought. */
    private record Task(Moment placed, Entry entry, Story story, Slot wanted) {}

    private void findVolunteer(OrderLife life, Task task, Volunteer first) {
        List<Volunteer> asked = new ArrayList<>();
        Instant at = task.placed().at();
        Volunteer volunteer = first;
        for (int round = 0; round < ROUNDS && volunteer != null; round++) {
            at = Period.inOfficeHours(at.plus(chance.minutes(12, 240)));
            if (at.plus(NOTICE).isAfter(task.wanted().from())) {
                break;
            }
            asked.add(volunteer);
            Long team = team(task);
            life.offer(at, volunteer, team);
            Instant answered = answer(life, task, volunteer, new Answer(at, team == null ? 1 : 16));
            if (answered.equals(Instant.MAX)) {
                return;
            }
            at = answered;
            volunteer = choose(able(task.placed().community(), task.entry(), at).stream()
                    .filter(other -> !asked.contains(other) && diary.canCome(other, task.wanted()))
                    .toList());
        }
        if (chance.happens(0.6)) {
            life.cancel(at.plus(chance.minutes(20, 200)), scene.content().answer("CANCEL", chance));
        }
    }

    /**
     * The answer to an offer.
     *
     * @param worst outcomes below that do not happen: a team neither declines nor lets lapse
     */
    private record Answer(Instant offeredAt, int worst) {}

    /** What comes of an offer, and when; MAX when the order needs nobody else. */
    private Instant answer(OrderLife life, Task task, Volunteer volunteer, Answer answer) {
        Instant at = answer.offeredAt().plus(chance.minutes(3, 200));
        int outcome = chance.between(answer.worst(), 100);
        if (outcome <= 9) {
            life.decline(at, scene.content().answer("DECLINE", chance));
            return at;
        }
        if (outcome <= 13) {
            return answer.offeredAt().plus(FlowLimits.ANSWER);
        }
        if (outcome <= 15) {
            life.withdraw(at, scene.content().answer("WITHDRAW", chance));
            return at;
        }
        if (outcome <= 17) {
            life.cancel(at, scene.content().answer("CANCEL", chance));
            return Instant.MAX;
        }
        life.accept(at);
        if (outcome <= 20) {
            Instant back = at.plus(chance.minutes(30, 150));
            life.release(back, scene.content().answer("RELEASE", chance));
            return back;
        }
        if (outcome <= 22) {
            life.cancel(at.plus(chance.minutes(30, 200)), scene.content().answer("CANCEL", chance));
        } else if (outcome <= 99) {
            serve(life, task, volunteer);
        }
        // else nobody comes: the order expires
        return Instant.MAX;
    }

    private void serve(OrderLife life, Task task, Volunteer volunteer) {
        served.merge(volunteer.id(), 1, Integer::sum);
        diary.note(volunteer, task.wanted());
        int expected = task.entry().item().minutes();
        Instant started = task.wanted().from().plus(chance.minutes(0, 15));
        Instant ended = started.plus(chance.minutes((int) (expected * 0.8), (int) (expected * Diary.LONGEST)));
        life.checkIn(started);
        life.complete(ended, task.story().journal());
        if (chance.happens(0.85)) {
            Comment comment = chance.oneOf(scene.content().comments(), OrderHistory::weight);
            life.review(ended.plus(chance.minutes(6, 3 * 24 * 60)), comment.rating(), comment.text());
        }
    }

    /** Most people are content. */
    private static int weight(Comment comment) {
        return switch (comment.rating()) {
            case 5 -> 6;
            case 4 -> 4;
            default -> 1;
        };
    }

    private List<Volunteer> able(Node community, Entry entry, Instant at) {
        return cast.people().volunteers(community).stream()
                .filter(volunteer -> volunteer.person().isKnownAt(at)
                        && volunteer.can(entry.item().skills()))
                .toList();
    }

    /** Of three of them the one who served least; null when there is nobody. */
    private @Nullable Volunteer choose(List<Volunteer> able) {
        if (able.isEmpty()) {
            return null;
        }
        return List.of(chance.oneOf(able), chance.oneOf(able), chance.oneOf(able)).stream()
                .min(Comparator.comparing(volunteer -> served.getOrDefault(volunteer.id(), 0)))
                .orElseThrow();
    }

    /** Work for many hands is offered to the team of the community now and then. */
    private @Nullable Long team(Task task) {
        boolean shared =
                List.of("patrol", "environment").contains(task.entry().item().category());
        String code = "T3-" + task.placed().community().code();
        return shared && chance.happens(0.4) ? Long.valueOf(cast.tree().team(code)) : null;
    }

    private Slot someTimeAfter(Instant at, Entry entry) {
        LocalDate day = LocalDate.ofInstant(at, Period.ZONE).plusDays(chance.between(1, 4));
        Instant from = Period.at(day, 30 * chance.between(17, 35));
        return new Slot(from, from.plus(Duration.ofMinutes(entry.item().minutes() + 60L)));
    }
}
