package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.DataJson;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;

/** Writes rows of brand_binding: each change names the revision that was seen. */
@ApplicationScoped
public class BindingRows {
    private final Sql sql;
    private final Clock clock;

    @Inject
    public BindingRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The first time that a community takes a brand up. */
    void insert(BrandRef brand, String version, long generation, Set<String> approved) {
        sql.update(
                "INSERT INTO brand_binding (brand_id, community_id, state, version, generation, approved, settings,"
                        + " changed_at) VALUES (?, ?, 'ON', ?, ?, ?, '{}', ?)",
                brand.brandId(),
                brand.communityId(),
                version,
                generation,
                String.join("\n", new TreeSet<>(approved)),
                clock.instant());
    }

    /** A new state, with the code of the reason; the version stays. */
    void state(Binding seen, Binding.State state, @Nullable String reason) {
        change(seen, "state = ?, reason = ?", state, reason);
    }

    /** Works with that release from now on. */
    void on(Binding seen, String version, long generation) {
        change(seen, "state = 'ON', reason = NULL, version = ?, generation = ?", version, generation);
    }

    void approved(Binding seen, Set<String> needs) {
        change(seen, "approved = ?", String.join("\n", new TreeSet<>(needs)));
    }

    void settings(Binding seen, Data settings) {
        change(seen, "settings = ?", DataJson.write(settings));
    }

    void exported(Binding seen) {
        change(seen, "exported_at = ?", clock.instant());
    }

    void delete(Binding seen) {
        sql.update(
                "DELETE FROM brand_role WHERE brand_id = ? AND community_id = ?",
                seen.brand().brandId(),
                seen.brand().communityId());
        int rows = sql.update(
                "DELETE FROM brand_binding WHERE brand_id = ? AND community_id = ? AND revision = ?",
                seen.brand().brandId(),
                seen.brand().communityId(),
                seen.revision());
        requireOne(rows);
    }

    private void change(Binding seen, String set, @Nullable Object... values) {
        @Nullable Object[] all = new @Nullable Object[values.length + 4];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = clock.instant();
        all[values.length + 1] = seen.brand().brandId();
        all[values.length + 2] = seen.brand().communityId();
        all[values.length + 3] = seen.revision();
        requireOne(sql.update(
                "UPDATE brand_binding SET " + set + ", changed_at = ?, revision = revision + 1"
                        + " WHERE brand_id = ? AND community_id = ? AND revision = ?",
                all));
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw DomainException.conflict("platform.changed-meanwhile");
        }
    }
}
