package org.linli.portal.brands.call;

import java.util.List;
import java.util.Optional;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.Descriptor.RecordKind;
import org.linli.portal.brands.record.RecordRows.Index;
import org.linli.portal.brands.record.StoredRecord;
import org.linli.portal.brands.release.LoadedRelease;

/** Records for a plugin: read by the core, brought up to the present schema by the plugin on its own thread. */
final class CallRecords implements Context.Records {
    private final CoreReads core;
    private final BrandScope scope;
    private final LoadedRelease release;
    private final ReadLine line;

    CallRecords(CoreReads core, BrandScope scope, LoadedRelease release, ReadLine line) {
        this.core = core;
        this.scope = scope;
        this.release = release;
        this.line = line;
    }

    @Override
    public Optional<Context.Record> find(String kind, String key) {
        RecordKind declared = kind(kind);
        return line.read(() -> core.records().find(scope.brand(), kind, key)).map(one -> present(declared, one));
    }

    @Override
    public List<Context.Record> list(String kind, int offset, int limit) {
        RecordKind declared = kind(kind);
        return line.read(() -> core.records().list(scope.brand(), kind, offset, limit)).stream()
                .map(one -> present(declared, one))
                .toList();
    }

    @Override
    public List<Context.Record> by(String kind, String index, String value, int offset, int limit) {
        RecordKind declared = indexed(kind, index);
        return line.read(() -> core.records().by(scope.brand(), kind, new Index(index, value), offset, limit)).stream()
                .map(one -> present(declared, one))
                .toList();
    }

    @Override
    public long count(String kind, String index, String value) {
        indexed(kind, index);
        return line.read(() -> core.records().count(scope.brand(), kind, new Index(index, value)));
    }

    @Override
    public Data unseal(String kind, String key) {
        RecordKind declared = kind(kind);
        return line.read(() -> core.unseal(scope, declared, key));
    }

    private Context.Record present(RecordKind kind, StoredRecord one) {
        Data data = one.schema() < kind.schema()
                ? release.brand().upcast(kind.code(), one.schema(), one.data())
                : one.data();
        return new Context.Record(kind.code(), one.key(), data, one.version(), one.createdAt(), one.changedAt());
    }

    private RecordKind kind(String kind) {
        return scope.descriptor()
                .record(kind)
                .orElseThrow(() -> new IllegalArgumentException("no record kind " + kind + " is declared"));
    }

    private RecordKind indexed(String kind, String index) {
        RecordKind declared = kind(kind);
        if (!declared.indexes().contains(index)) {
            throw new IllegalArgumentException("no index " + index + " of " + kind + " is declared");
        }
        return declared;
    }
}
