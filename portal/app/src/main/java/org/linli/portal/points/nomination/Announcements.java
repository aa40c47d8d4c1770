package org.linli.portal.points.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.linli.portal.hours.HoursQueries;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Reads what is announced to the caller's community: nominations and services entered afterwards, as one list. */
@ApplicationScoped
public class Announcements {
    private final NominationQueries nominations;
    private final HoursQueries hours;

    @Inject
    public Announcements(NominationQueries nominations, HoursQueries hours) {
        this.nominations = nominations;
        this.hours = hours;
    }

    /** All of them, newest first. */
    public Page<Announcement> list(Window window) {
        // one more of each than asked for: so many tell whether more follow
        Window wider = new Window(window.before(), window.fetchSize());
        List<Announcement> rows = Stream.concat(
                        nominations.list(null, NominationStatus.ANNOUNCED, wider).items().stream()
                                .map(Announcement::of),
                        hours.announced(wider).items().stream().map(Announcement::of))
                .sorted(Comparator.comparingLong(Announcement::id).reversed())
                .limit(window.fetchSize())
                .toList();
        return Page.of(rows, window, Announcement::id);
    }
}
