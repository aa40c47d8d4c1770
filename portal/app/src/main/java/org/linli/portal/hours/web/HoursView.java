package org.linli.portal.hours.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.HoursQueries;
import org.linli.portal.hours.MyHours;
import org.linli.portal.hours.ServiceEntry;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** My hours: sums, stars and the record. */
@Named("hoursView")
@RequestScoped
public class HoursView {
    private final HoursQueries queries;
    private @Nullable String cursor;
    private @Nullable MyHours hours;
    private @Nullable Page<ServiceEntry> records;

    @Inject
    public HoursView(HoursQueries queries) {
        this.queries = queries;
    }

    /** Sums and stars; also on the profile. */
    public MyHours getHours() {
        if (hours == null) {
            hours = queries.mine();
        }
        return hours;
    }

    public List<ServiceEntry> getRecords() {
        return page().items();
    }

    /** Address of the records that follow, empty at the end. */
    public String getNextHref() {
        String next = page().nextCursor();
        return next == null ? "" : "?cursor=" + next;
    }

    private Page<ServiceEntry> page() {
        if (records == null) {
            records = queries.myRecords(Window.of(cursor, null));
        }
        return records;
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }
}
