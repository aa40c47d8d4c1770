package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.DataJson;
import org.linli.portal.platform.persistence.Sql;

/** The state of brands in communities, as the database has it. */
@ApplicationScoped
public class Bindings {
    private static final String SELECT = "SELECT brand_id, community_id, state, version, reason, approved, settings,"
            + " exported_at, revision FROM brand_binding ";

    private final Sql sql;
    private final Registry registry;

    @Inject
    public Bindings(Sql sql, Registry registry) {
        this.sql = sql;
        this.registry = registry;
    }

    /** The brand in that community; empty when it is off. */
    public Optional<Binding> find(BrandRef brand) {
        if (!DescriptorYaml.isId(brand.brandId())) {
            return Optional.empty();
        }
        return sql.first(
                SELECT + "WHERE brand_id = ? AND community_id = ?", this::read, brand.brandId(), brand.communityId());
    }

    /** Brands that work in a community, by id. */
    public List<Binding> on(long communityId) {
        return sql.list(SELECT + "WHERE community_id = ? AND state = 'ON' ORDER BY brand_id", this::read, communityId);
    }

    /** Brands of a community in any state, by id. */
    public List<Binding> of(long communityId) {
        return sql.list(SELECT + "WHERE community_id = ? ORDER BY brand_id", this::read, communityId);
    }

    /** Communities where the brand works. */
    public List<Binding> on(String brandId) {
        return sql.list(SELECT + "WHERE brand_id = ? AND state = 'ON' ORDER BY community_id", this::read, brandId);
    }

    /** The brand in all communities, in any state. */
    List<Binding> all(String brandId) {
        return sql.list(SELECT + "WHERE brand_id = ? ORDER BY community_id", this::read, brandId);
    }

    private Binding read(Sql.Row row) throws SQLException {
        BrandRef brand = new BrandRef(row.text(1), row.number(2));
        return new Binding(
                brand,
                row.constant(3, Binding.State.class),
                row.text(4),
                row.textOrNull(5),
                lines(row.text(6)),
                withDefaults(brand.brandId(), row.text(7)),
                row.instantOrNull(8),
                row.number(9));
    }

    private Data withDefaults(String brandId, String stored) {
        Data settings = DataJson.read(stored);
        @Nullable
        String schema =
                registry.active(brandId).map(r -> r.descriptor().settings()).orElse(null);
        return schema == null ? settings : SettingsSchema.withDefaults(schema, settings);
    }

    private static Set<String> lines(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split("\n"));
    }
}
