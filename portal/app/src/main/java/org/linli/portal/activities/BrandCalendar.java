package org.linli.portal.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.ActivityView;
import org.linli.plugin.Context;
import org.linli.portal.activities.persistence.Activities;
import org.linli.portal.activities.persistence.BrandRows;
import org.linli.portal.activities.persistence.Calendar;
import org.linli.portal.brands.ActivityReads;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandScope;

/** What brands read: activities of their own declared kinds, in their community alone. */
@ApplicationScoped
class BrandCalendar implements ActivityReads {
    private static final int MOST = 500;

    private final Activities activities;
    private final Calendar calendar;
    private final BrandRows rows;
    private final Clock clock;

    @Inject
    BrandCalendar(Activities activities, Calendar calendar, BrandRows rows, Clock clock) {
        this.activities = activities;
        this.calendar = calendar;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Context.Activities of(BrandScope scope) {
        return new OfBrand(scope);
    }

    private final class OfBrand implements Context.Activities {
        private final BrandScope scope;
        private final BrandRef brand;

        OfBrand(BrandScope scope) {
            this.scope = scope;
            this.brand = scope.brand();
        }

        @Override
        public Optional<ActivityView> find(String activityId) {
            return number(activityId)
                    .flatMap(activities::find)
                    .filter(date -> brand.brandId().equals(date.brandId())
                            && brand.communityId() == date.communityId()
                            && declares(date.plan().kind()))
                    .map(date -> views(List.of(date)).get(0));
        }

        @Override
        public List<ActivityView> between(String kind, Instant from, Instant to, int limit) {
            return declares(kind) ? views(calendar.ofBrand(brand, kind, from, to, bound(limit))) : List.of();
        }

        @Override
        public List<ActivityView> upcomingOf(String personId, String kind, int limit) {
            Optional<Long> person = number(personId);
            return person.isPresent() && declares(kind)
                    ? views(calendar.upcoming(brand, kind, person.get(), clock.instant(), bound(limit)))
                    : List.of();
        }

        @Override
        public Tally finished(String kind, Instant since) {
            if (!declares(kind)) {
                return new Tally(0, 0);
            }
            long[] counts = calendar.finished(brand, kind, since);
            return new Tally(counts[0], counts[1]);
        }

        private boolean declares(String kind) {
            return scope.descriptor().activity(kind).isPresent();
        }

        private List<ActivityView> views(List<Activity> dates) {
            Set<Long> recurring = rows.recurring(brand);
            Map<Long, List<ActivityPerson>> people =
                    calendar.people(dates.stream().map(Activity::id).toList());
            return dates.stream()
                    .map(date -> view(date, recurring, people.getOrDefault(date.id(), List.of())))
                    .toList();
        }
    }

    private static ActivityView view(Activity date, Set<Long> recurring, List<ActivityPerson> people) {
        Plan plan = date.plan();
        return new ActivityView(
                Long.toString(date.id()),
                seriesId(date.seriesId(), recurring),
                plan.kind(),
                plan.title(),
                Long.toString(plan.unitId()),
                plan.place(),
                plan.startsAt(),
                plan.endsAt(),
                plan.capacity(),
                date.status().name(),
                people.stream()
                        .map(one -> new ActivityView.Person(
                                Long.toString(one.personId()),
                                one.name(),
                                one.state().name(),
                                one.minutes()))
                        .toList(),
                date.counts().heads(),
                date.data(),
                date.version() + date.roster());
    }

    private static @Nullable String seriesId(@Nullable Long id, Set<Long> recurring) {
        return id != null && recurring.contains(id) ? Long.toString(id) : null;
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int bound(int limit) {
        return Math.max(1, Math.min(limit, MOST));
    }
}
