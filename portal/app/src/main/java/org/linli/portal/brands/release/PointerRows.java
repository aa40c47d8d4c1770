package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;

/** Rows of brand_pointer: compared and set, never locked. */
@ApplicationScoped
public class PointerRows {
    private static final String SELECT =
            "SELECT brand_id, generation, release_id, previous_id, healthy_at, activated_by FROM brand_pointer ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public PointerRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Pointer> find(String brandId) {
        if (!DescriptorYaml.isId(brandId)) {
            return Optional.empty();
        }
        return sql.first(SELECT + "WHERE brand_id = ?", PointerRows::read, brandId);
    }

    List<Pointer> all() {
        return sql.list(SELECT + "ORDER BY brand_id", PointerRows::read);
    }

    /**
     * Sets it, if the generation still is the one before; generation 1 is made.
     *
     * @return false when somebody was faster
     */
    boolean set(Pointer to) {
        if (to.generation() == 1) {
            return insert(to);
        }
        return sql.update(
                        "UPDATE brand_pointer SET generation = ?, release_id = ?, previous_id = ?, healthy_at = ?,"
                                + " activated_by = ?, activated_at = ? WHERE brand_id = ? AND generation = ?",
                        to.generation(),
                        to.releaseId(),
                        to.previousId(),
                        to.healthyAt(),
                        to.activatedBy(),
                        clock.instant(),
                        to.brandId(),
                        to.generation() - 1)
                == 1;
    }

    private boolean insert(Pointer to) {
        try {
            sql.update(
                    "INSERT INTO brand_pointer (brand_id, generation, release_id, healthy_at, activated_by,"
                            + " activated_at) VALUES (?, 1, ?, ?, ?, ?)",
                    to.brandId(),
                    to.releaseId(),
                    to.healthyAt(),
                    to.activatedBy(),
                    clock.instant());
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, null)) {
                return false;
            }
            throw e;
        }
    }

    private static Pointer read(Sql.Row row) throws SQLException {
        @Nullable Long release = row.numberOrNull(3);
        @Nullable Long previous = row.numberOrNull(4);
        Instant healthyAt = row.instant(5);
        return new Pointer(row.text(1), row.number(2), release, previous, healthyAt, row.number(6));
    }
}
