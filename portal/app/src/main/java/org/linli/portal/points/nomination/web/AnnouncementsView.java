package org.linli.portal.points.nomination.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.BackEntry;
import org.linli.portal.hours.HoursQueries;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.nomination.Nomination;
import org.linli.portal.points.nomination.NominationQueries;
import org.linli.portal.points.nomination.NominationStatus;

/** What the community announces: nominations before they are paid, and services that staff entered afterwards. */
@Named("announcementsView")
@RequestScoped
public class AnnouncementsView {
    private static final Window SHOWN = new Window(Long.MAX_VALUE, 50);
    private static final Window LATELY = new Window(Long.MAX_VALUE, 5);

    private final NominationQueries nominations;
    private final HoursQueries hours;
    private @Nullable List<Nomination> announced;
    private @Nullable List<Nomination> paid;
    private @Nullable List<BackEntry> entries;

    @Inject
    public AnnouncementsView(NominationQueries nominations, HoursQueries hours) {
        this.nominations = nominations;
        this.hours = hours;
    }

    public List<Nomination> getAnnounced() {
        if (announced == null) {
            announced =
                    nominations.list(null, NominationStatus.ANNOUNCED, SHOWN).items();
        }
        return announced;
    }

    /** The last ones whose announcement is over. */
    public List<Nomination> getPaid() {
        if (paid == null) {
            paid = nominations.list(null, NominationStatus.PAID, LATELY).items();
        }
        return paid;
    }

    public List<BackEntry> getEntries() {
        if (entries == null) {
            entries = hours.announced(SHOWN).items();
        }
        return entries;
    }
}
