package org.linli.portal.brands.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandData;
import org.linli.portal.brands.BrandRef;

/** The records of a brand, for taking them out; sealed fields stay sealed in the portal. */
@ApplicationScoped
public class RecordData implements BrandData {
    private final RecordRows rows;

    @Inject
    public RecordData(RecordRows rows) {
        this.rows = rows;
    }

    @Override
    public void export(BrandRef brand, Parts parts) {
        StoredRecord last = null;
        List<StoredRecord> some = rows.export(brand, null);
        while (!some.isEmpty()) {
            parts.objects("records", some.stream().map(RecordData::object).toList());
            last = some.get(some.size() - 1);
            some = rows.export(brand, last);
        }
    }

    private static Data object(StoredRecord one) {
        return Data.of(
                "kind",
                one.kind(),
                "key",
                one.key(),
                "schema",
                one.schema(),
                "data",
                one.data(),
                "createdAt",
                one.createdAt().toString(),
                "changedAt",
                one.changedAt().toString());
    }
}
