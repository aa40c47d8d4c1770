package org.linli.portal.brands.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.brands.BrandData;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.platform.persistence.Sql;

/** Photos and documents of a brand, for taking them out; one at a time, for there may be many. */
@ApplicationScoped
public class FileData implements BrandData {
    private static final String OF = " WHERE brand = ? AND community_id = ?";

    private final Sql sql;

    @Inject
    public FileData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void export(BrandRef brand, Parts parts) {
        for (long id : ids("brand_upload", OF + " AND kept = TRUE", brand)) {
            sql.first("SELECT content FROM brand_upload WHERE id = ?", row -> row.bytes(1), id)
                    .ifPresent(content -> parts.file("photos/" + id + ".jpg", content));
        }
        for (long id : ids("brand_document", OF, brand)) {
            sql.first("SELECT content FROM brand_document WHERE id = ?", row -> row.bytes(1), id)
                    .ifPresent(content -> parts.file("documents/" + id + ".pdf", content));
        }
    }

    private List<Long> ids(String table, String where, BrandRef brand) {
        return sql.list(
                "SELECT id FROM " + table + where + " ORDER BY id",
                row -> row.number(1),
                brand.brandId(),
                brand.communityId());
    }
}
