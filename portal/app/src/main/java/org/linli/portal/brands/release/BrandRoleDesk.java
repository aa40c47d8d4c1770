package org.linli.portal.brands.release;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.time.Clocks;

/** Roles of a brand, given to people of the community by its administrators. */
@Desk
public class BrandRoleDesk {
    private static final String SELECT = "SELECT r.id, r.person_id, p.name, r.role, r.valid_from, r.valid_to"
            + " FROM brand_role r JOIN person p ON p.id = r.person_id WHERE r.brand_id = ? AND r.community_id = ? ";

    private final Sql sql;
    private final Bindings bindings;
    private final ActiveReleases active;
    private final Caller caller;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public BrandRoleDesk(
            Sql sql, Bindings bindings, ActiveReleases active, Caller caller, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.bindings = bindings;
        this.active = active;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A role that somebody holds; days are inclusive, without a last day it is open-ended. */
    public record Held(
            long id,
            long personId,
            String personName,
            String role,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A role to be given; from today when no day is named. */
    public record Give(
            long personId,
            String role,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** All that were given and are not over, by role and name. */
    public List<Held> list(BrandRef brand) {
        requireAdministrator(brand);
        return sql.list(
                SELECT + "AND (r.valid_to IS NULL OR r.valid_to >= ?) ORDER BY r.role, p.name, r.id",
                BrandRoleDesk::read,
                brand.brandId(),
                brand.communityId(),
                today());
    }

    /**
     * Gives a role; one that the person had already gets the new days.
     *
     * @throws DomainException 404, 400 when there is no such role or the person is not of the community
     */
    public Held give(BrandRef brand, Give give) {
        requireAdministrator(brand);
        if (bindings.find(brand).isEmpty()) {
            throw DomainException.notFound();
        }
        Descriptor descriptor = active.find(brand.brandId())
                .map(Release::descriptor)
                .orElseThrow(() -> DomainException.conflict("brands.not-on"));
        LocalDate from = give.validFrom() == null ? today() : give.validFrom();
        boolean known = descriptor.roles().stream().anyMatch(role -> role.code().equals(give.role()));
        new Violations()
                .check(known, "role", "brands.unknown-role", give.role())
                .check(isOf(brand.communityId(), give.personId()), "personId", "brands.person-elsewhere")
                .check(give.validTo() == null || !give.validTo().isBefore(from), "validTo", "brands.ends-before")
                .throwIfAny();
        put(brand, new Give(give.personId(), give.role(), from, give.validTo()), caller.personId());
        Held held = sql.first(
                        SELECT + "AND r.person_id = ? AND r.role = ?",
                        BrandRoleDesk::read,
                        brand.brandId(),
                        brand.communityId(),
                        give.personId(),
                        give.role())
                .orElseThrow();
        record("brands.role-give", brand, held);
        return held;
    }

    /** Writes it, whoever decided. */
    void put(BrandRef brand, Give give, long by) {
        LocalDate from = give.validFrom() == null ? today() : give.validFrom();
        sql.update(
                "INSERT INTO brand_role (id, brand_id, community_id, person_id, role, valid_from, valid_to, given_by,"
                        + " given_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE valid_from = ?, valid_to = ?, given_by = ?, given_at = ?",
                Ids.next(),
                brand.brandId(),
                brand.communityId(),
                give.personId(),
                give.role(),
                from,
                give.validTo(),
                by,
                clock.instant(),
                from,
                give.validTo(),
                by,
                clock.instant());
    }

    /** Takes a role away, from today. */
    public void end(BrandRef brand, long id) {
        requireAdministrator(brand);
        Held held = sql.first(SELECT + "AND r.id = ?", BrandRoleDesk::read, brand.brandId(), brand.communityId(), id)
                .orElseThrow(DomainException::notFound);
        sql.update("DELETE FROM brand_role WHERE id = ?", id);
        record("brands.role-end", brand, held);
    }

    /** Whether the person lives in the community. */
    boolean isOf(long communityId, long personId) {
        return sql.number("SELECT COUNT(*) FROM person WHERE id = ? AND community_id = ?", personId, communityId) == 1;
    }

    private void requireAdministrator(BrandRef brand) {
        caller.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN), brand.communityId());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }

    private void record(String action, BrandRef brand, Held held) {
        audit.record(
                action,
                brand.communityId(),
                new Subject("person", held.personId()),
                brand.brandId() + " " + held.role());
    }

    private static Held read(Sql.Row row) throws SQLException {
        @Nullable String to = row.textOrNull(6);
        return new Held(
                row.number(1),
                row.number(2),
                row.text(3),
                row.text(4),
                LocalDate.parse(row.text(5)),
                to == null ? null : LocalDate.parse(to));
    }
}
