package org.linli.portal.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;

/** Tells whose turn it is, and volunteers what became of their hours. */
@ApplicationScoped
class HoursNotices {
    private static final String STAFF = "/admin/hours.xhtml?community=";

    private final Notices notices;
    private final People people;
    private final OrgTree tree;

    @Inject
    HoursNotices(Notices notices, People people, OrgTree tree) {
        this.notices = notices;
        this.people = people;
        this.tree = tree;
    }

    /** An administrator is to decide. */
    void asked(Correction correction) {
        tell(
                administrators(correction.communityId(), Set.of(volunteer(correction))),
                "hours-correction-asked",
                correction);
    }

    /** A second person is to confirm. */
    void approved(Correction correction, long by) {
        tell(
                seconds(correction.communityId(), Set.of(volunteer(correction), by)),
                "hours-correction-approved",
                correction);
    }

    private void tell(Set<Long> staff, String code, Correction correction) {
        List<String> words = List.of(
                correction.record().volunteer().name(),
                correction.record().item().name());
        staff.forEach(person -> notices.send(new Notice(
                person, code, words, STAFF + correction.communityId(), "hours:" + correction.id() + ":" + code)));
    }

    /** The record was corrected, or was not. */
    void settled(Correction correction, boolean done) {
        String code = done ? "hours-correction-done" : "hours-correction-refused";
        notices.send(new Notice(
                volunteer(correction),
                code,
                List.of(correction.record().item().name()),
                "/service-record.xhtml?id=" + correction.record().recordId(),
                "hours:" + correction.id() + ":" + code));
    }

    /** A second person is to approve. */
    void entered(BackEntry entry, long by) {
        tell(
                seconds(entry.communityId(), Set.of(entry.volunteer().id(), by)),
                "hours-back-entry-entered",
                entry,
                STAFF + entry.communityId());
    }

    /** The volunteer is told that it is announced. */
    void announced(BackEntry entry) {
        tell(Set.of(entry.volunteer().id()), "hours-back-entry-announced", entry, "/back-entry.xhtml?id=" + entry.id());
    }

    /** Somebody without a part in it is to decide about the objections. */
    void objected(BackEntry entry, List<BackEntry.Objection> objections) {
        Set<Long> parties = new LinkedHashSet<>(Set.of(entry.volunteer().id()));
        for (Step step : List.of(entry.entered(), entry.approved())) {
            Who by = step.by();
            if (by != null) {
                parties.add(by.id());
            }
        }
        objections.forEach(objection -> parties.add(objection.by().id()));
        tell(seconds(entry.communityId(), parties), "hours-back-entry-objected", entry, STAFF + entry.communityId());
    }

    /** It counts. */
    void counted(BackEntry entry) {
        tell(Set.of(entry.volunteer().id()), "hours-back-entry-counted", entry, "/hours.xhtml");
    }

    /** It was refused: volunteer and whoever entered it are told. */
    void refused(BackEntry entry) {
        Set<Long> parties = new LinkedHashSet<>(Set.of(entry.volunteer().id()));
        Who by = entry.entered().by();
        if (by != null) {
            parties.add(by.id());
        }
        tell(parties, "hours-back-entry-refused", entry, "/back-entry.xhtml?id=" + entry.id());
    }

    private void tell(Set<Long> people, String code, BackEntry entry, String link) {
        List<String> words = List.of(entry.volunteer().name(), entry.item().name());
        people.forEach(
                person -> notices.send(new Notice(person, code, words, link, "back-entry:" + entry.id() + ":" + code)));
    }

    private Set<Long> administrators(long communityId, Set<Long> except) {
        Set<Long> found = new LinkedHashSet<>(people.holders(Role.COMMUNITY_ADMIN, communityId));
        found.removeAll(except);
        return found;
    }

    /** Other administrators of the community; without any, whoever supervises it from nearest above. */
    private Set<Long> seconds(long communityId, Set<Long> except) {
        Set<Long> found = administrators(communityId, except);
        @Nullable Long above = tree.unit(communityId).parentId();
        while (found.isEmpty() && above != null) {
            found.addAll(people.holders(Role.SUPERVISOR, above));
            found.addAll(people.holders(Role.AUDITOR, above));
            found.removeAll(except);
            above = tree.find(above).map(OrgUnitView::parentId).orElse(null);
        }
        return found;
    }

    private static long volunteer(Correction correction) {
        return correction.record().volunteer().id();
    }
}
