package org.linli.portal.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Series;
import org.linli.portal.demo.ActivityRows.ActivityPersonRow;
import org.linli.portal.demo.ActivityRows.ActivityRow;
import org.linli.portal.demo.ActivityRows.ActivitySeriesRow;
import org.linli.portal.demo.DemoContent.Gathering;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.Tree.Node;

/** What communities do together each week: three months of it, and the weeks ahead with those who signed up. */
final class ActivityHistory {
    /** Dates this near have sign-ups. */
    private static final Duration NEAR = Duration.ofDays(9);

    /** What ended a short while ago waits to be recorded. */
    private static final Duration FRESH = Duration.ofHours(30);

    private static final String NO_DATA = "{}";
    private static final List<String> RICH = List.of("贵苑社区", "旺家社区", "龙生社区");

    private final Scene scene;
    private final People people;
    private final Chance chance = new Chance("activities");
    private final Random order = new Random("activities".hashCode());

    ActivityHistory(Scene scene, People people) {
        this.scene = scene;
        this.people = people;
    }

    void compose(List<Node> communities) {
        for (Node community : communities) {
            for (Gathering gathering : scene.content().gatherings()) {
                if (gathering.everywhere() || RICH.contains(community.name())) {
                    series(community, gathering);
                }
            }
        }
    }

    private void series(Node community, Gathering gathering) {
        Instant now = scene.period().now();
        Instant begun = scene.period().setup().plus(Duration.ofHours(1));
        Instant horizon = now.plus(Series.AHEAD);
        LocalDate first =
                scene.period().firstDay().with(TemporalAdjusters.nextOrSame(DayOfWeek.of(gathering.weekday())));
        Instant start = Period.at(first, gathering.minute());
        long id = scene.ids().at(begun);
        scene.rows()
                .add(new ActivitySeriesRow(
                        id,
                        community.id(),
                        gathering.kind(),
                        gathering.title(),
                        community.id(),
                        gathering.place(),
                        start,
                        start.plus(gathering.length()),
                        gathering.everyWeeks(),
                        "WEEK",
                        gathering.capacity(),
                        NO_DATA,
                        horizon,
                        begun));
        for (LocalDate day = first; ; day = day.plusWeeks(gathering.everyWeeks())) {
            Instant at = Period.at(day, gathering.minute());
            if (!at.isBefore(horizon)) {
                return;
            }
            Instant made = Period.earlier(now, later(begun, at.minus(Series.AHEAD)));
            new Meeting(community, gathering, id, at, made).compose();
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** One date. */
    private final class Meeting {
        private final Node community;
        private final Gathering gathering;
        private final long seriesId;
        private final Instant start;
        private final Instant made;
        private final long id;

        Meeting(Node community, Gathering gathering, long seriesId, Instant start, Instant made) {
            this.community = community;
            this.gathering = gathering;
            this.seriesId = seriesId;
            this.start = start;
            this.made = made;
            this.id = scene.ids().at(made);
        }

        private Instant end() {
            return start.plus(gathering.length());
        }

        void compose() {
            Instant now = scene.period().now();
            List<Person> guests = guests(start.isBefore(now.plus(NEAR)));
            if (!scene.period().isPast(end())) {
                planned(guests, !start.isAfter(now));
            } else if (end().isAfter(now.minus(FRESH)) && community.name().equals("旺家社区")) {
                planned(guests, true);
            } else if (chance.happens(0.05)) {
                guests.forEach(guest -> person(guest, "SIGNED_UP", 0));
                store("CANCELLED", guests.size(), 0, 0, "下雨，取消一次");
            } else {
                finished(guests);
            }
        }

        /** Those who want to come, in the order of signing up. */
        private List<Person> guests(boolean any) {
            if (!any) {
                return List.of();
            }
            List<Person> known = new ArrayList<>(people.residents(community).stream()
                    .filter(person -> person.isKnownAt(made))
                    .toList());
            Collections.shuffle(known, order);
            int wanted = chance.between(Math.max(1, gathering.usual() - 3), gathering.usual() + 5);
            return known.subList(0, Math.min(wanted, known.size()));
        }

        private void planned(List<Person> guests, boolean begun) {
            Integer capacity = gathering.capacity();
            int places = capacity == null ? guests.size() : Math.min(capacity, guests.size());
            int waiting = begun ? 0 : guests.size() - places;
            guests.subList(0, places).forEach(guest -> person(guest, "SIGNED_UP", 0));
            guests.subList(places, places + waiting).forEach(guest -> person(guest, "WAITING", 0));
            store("PLANNED", places, waiting, 0, "");
        }

        private void finished(List<Person> guests) {
            Integer capacity = gathering.capacity();
            int places = capacity == null ? guests.size() : Math.min(capacity, guests.size());
            int came = 0;
            for (Person guest : guests.subList(0, places)) {
                boolean there = chance.happens(0.88);
                came += there ? 1 : 0;
                int minutes = (int) gathering.length().toMinutes();
                person(guest, there ? "ATTENDED" : "ABSENT", there ? minutes - 5 * chance.between(0, 3) : 0);
            }
            store("FINISHED", places, 0, came + chance.between(2, 9), chance.oneOf(gathering.journals()));
        }

        private void person(Person guest, String state, int minutes) {
            boolean over = state.equals("ATTENDED") || state.equals("ABSENT");
            Instant latest = Period.earlier(scene.period().now(), start);
            long span = Math.max(1, Duration.between(made, latest).toSeconds());
            Instant signed = made.plusSeconds(Math.min(span - 1, (long) chance.between(0, 1000) * span / 1000));
            scene.rows().add(new ActivityPersonRow(id, guest.id(), state, minutes, over ? end() : signed));
        }

        private void store(String status, int signedUp, int waiting, int heads, String journal) {
            @Nullable Instant settled = status.equals("PLANNED") ? null : status.equals("FINISHED") ? end() : start;
            scene.rows()
                    .add(new ActivityRow(
                            id,
                            seriesId,
                            community.id(),
                            gathering.kind(),
                            gathering.title(),
                            community.id(),
                            gathering.place(),
                            start,
                            end(),
                            gathering.capacity(),
                            status,
                            signedUp,
                            waiting,
                            heads,
                            journal,
                            NO_DATA,
                            made,
                            settled));
        }
    }
}
