package org.linli.portal.people.web;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.GrantDesk;
import org.linli.portal.people.Role;

/** The fields of the form in which an administrator gives a role. */
public class RoleDraft implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable Role role;
    private @Nullable Long unitId;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    GrantDesk.GiveRole command(long personId, long communityId) {
        return new GrantDesk.GiveRole(personId, unitId == null ? communityId : unitId, role, from, to);
    }

    public @Nullable Role getRole() {
        return role;
    }

    public void setRole(@Nullable Role role) {
        this.role = role;
    }

    /** Where; the whole community when null. */
    public @Nullable Long getUnitId() {
        return unitId;
    }

    public void setUnitId(@Nullable Long unitId) {
        this.unitId = unitId;
    }

    /** First day; today when null. */
    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    /** Last day; open when null. */
    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }
}
