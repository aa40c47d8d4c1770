package org.linli.portal.activities.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Participant;
import org.linli.portal.activities.PersonState;
import org.linli.portal.platform.problem.DomainException;

/**
 * Who comes to one date. Never more signed up than there are places; whoever came too late waits and moves up in the
 * order of signing up. Held by one at a time: whoever changes it has taken the date first.
 */
public final class Roster {
    private @Nullable Integer capacity;
    private final Map<Long, Participant> people = new LinkedHashMap<>();
    private final Set<Long> changed = new LinkedHashSet<>();

    /**
     * As it is.
     *
     * @param capacity null for no bound
     * @param present in the order in which they came into their state
     */
    public Roster(@Nullable Integer capacity, Collection<Participant> present) {
        this.capacity = capacity;
        present.forEach(one -> people.put(one.personId(), one));
    }

    /**
     * Who was added, who was taken off, who got a place by it.
     *
     * @param added newly assigned
     * @param removed not assigned any more
     * @param movedUp from waiting
     */
    public record Changes(List<Long> added, List<Long> removed, List<Long> movedUp) {}

    /** Gives a place, or the end of the waiting list; who is on the list already stays as they are. */
    public PersonState signUp(long personId, Instant now) {
        PersonState present = state(personId);
        if (present != null && present.isComing()) {
            return present;
        }
        PersonState state = hasRoom() ? PersonState.SIGNED_UP : PersonState.WAITING;
        put(personId, state, 0, now);
        return state;
    }

    /**
     * Does not come after all.
     *
     * @return who moved up
     * @throws DomainException 409 activities.not-signed-up, activities.assigned
     */
    public List<Long> withdraw(long personId, Instant now) {
        PersonState present = state(personId);
        if (present == PersonState.ASSIGNED) {
            throw DomainException.conflict("activities.assigned");
        }
        if (present == null || !present.isComing()) {
            throw DomainException.conflict("activities.not-signed-up");
        }
        put(personId, PersonState.WITHDRAWN, 0, now);
        return moveUp(now);
    }

    /** These and nobody else are assigned. */
    public Changes assign(Collection<Long> wanted, Instant now) {
        List<Long> removed = in(PersonState.ASSIGNED).stream()
                .filter(id -> !wanted.contains(id))
                .toList();
        List<Long> added = wanted.stream()
                .distinct()
                .filter(id -> state(id) != PersonState.ASSIGNED)
                .toList();
        removed.forEach(id -> put(id, PersonState.WITHDRAWN, 0, now));
        added.forEach(id -> put(id, PersonState.ASSIGNED, 0, now));
        return new Changes(added, removed, moveUp(now));
    }

    /**
     * Changes the number of places.
     *
     * @return who moved up
     * @throws DomainException 409 when more have signed up already
     */
    public List<Long> resize(@Nullable Integer places, Instant now) {
        if (places != null && in(PersonState.SIGNED_UP).size() > places) {
            throw DomainException.conflict(
                    "activities.capacity-below", in(PersonState.SIGNED_UP).size());
        }
        capacity = places;
        return moveUp(now);
    }

    /** They were there; those expected and not named were absent. */
    public void attended(Map<Long, Integer> minutes, Instant now) {
        for (Participant one : List.copyOf(people.values())) {
            if (one.state() == PersonState.ASSIGNED || one.state() == PersonState.SIGNED_UP) {
                put(one.personId(), PersonState.ABSENT, 0, now);
            }
        }
        minutes.forEach((id, attended) -> put(id, PersonState.ATTENDED, attended, now));
    }

    /** Ids of those in that state. */
    public List<Long> in(PersonState state) {
        return people.values().stream()
                .filter(one -> one.state() == state)
                .map(Participant::personId)
                .toList();
    }

    /** Ids of those who are assigned, signed up or waiting. */
    public List<Long> coming() {
        return people.values().stream()
                .filter(one -> one.state().isComing())
                .map(Participant::personId)
                .toList();
    }

    /** How somebody stands to it, null when they never were on the list. */
    public @Nullable PersonState state(long personId) {
        Participant one = people.get(personId);
        return one == null ? null : one.state();
    }

    /** What has to be written. */
    public List<Participant> changes() {
        List<Participant> all = new ArrayList<>();
        for (Long id : changed) {
            Participant one = people.get(id);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private List<Long> moveUp(Instant now) {
        List<Long> moved = new ArrayList<>();
        for (Long id : in(PersonState.WAITING)) {
            if (!hasRoom()) {
                break;
            }
            put(id, PersonState.SIGNED_UP, 0, now);
            moved.add(id);
        }
        return moved;
    }

    private boolean hasRoom() {
        return capacity == null || in(PersonState.SIGNED_UP).size() < capacity;
    }

    private void put(long personId, PersonState state, int minutes, Instant now) {
        people.remove(personId);
        people.put(personId, new Participant(personId, state, minutes, now));
        changed.add(personId);
    }
}
