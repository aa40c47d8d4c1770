package org.linli.portal.activities.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One line of the form that records who came. */
public class AttendanceLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long personId;
    private final String name;
    private boolean came;
    private @Nullable Integer minutes;

    AttendanceLine(long personId, String name, boolean came, int minutes) {
        this.personId = personId;
        this.name = name;
        this.came = came;
        this.minutes = minutes;
    }

    public long getPersonId() {
        return personId;
    }

    public String getName() {
        return name;
    }

    public boolean isCame() {
        return came;
    }

    public void setCame(boolean came) {
        this.came = came;
    }

    public @Nullable Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable Integer minutes) {
        this.minutes = minutes;
    }
}
