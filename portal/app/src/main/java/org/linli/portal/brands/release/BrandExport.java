package org.linli.portal.brands.release;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandData;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.DataJson;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** Takes out what a brand has in a community: a zip of JSON lists and files, all of one moment. */
@Desk
public class BrandExport {
    /** More has to be taken out from the database. */
    private static final long MAX_BYTES = 200L * 1024 * 1024;

    private final BindingDesk bindings;
    private final BindingRows rows;
    private final BrandRoleDesk roles;
    private final Instance<BrandData> owners;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public BrandExport(
            BindingDesk bindings,
            BindingRows rows,
            BrandRoleDesk roles,
            Instance<BrandData> owners,
            AuditLog audit,
            Clock clock) {
        this.bindings = bindings;
        this.rows = rows;
        this.roles = roles;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The archive, for administrators of the community.
     *
     * @throws DomainException 404, 413 when it is larger than 200 MB
     */
    public byte[] zip(BrandRef brand) {
        Binding binding = bindings.required(brand);
        Archive archive = new Archive();
        archive.objects("binding", List.of(described(binding)));
        archive.objects(
                "roles",
                roles.list(brand).stream()
                        .map(held -> Data.of(
                                "personId", Long.toString(held.personId()),
                                "name", held.personName(),
                                "role", held.role(),
                                "validFrom", held.validFrom().toString(),
                                "validTo",
                                        held.validTo() == null
                                                ? null
                                                : held.validTo().toString()))
                        .toList());
        owners.forEach(owner -> owner.export(brand, archive));
        rows.exported(binding);
        audit.record(
                "brands.export",
                brand.communityId(),
                new Subject("brand_binding", brand.communityId()),
                brand.brandId());
        return archive.bytes();
    }

    private Data described(Binding binding) {
        return Data.of(
                "brandId", binding.brand().brandId(),
                "communityId", Long.toString(binding.brand().communityId()),
                "state", binding.state().name(),
                "version", binding.version(),
                "approved", List.copyOf(new TreeSet<>(binding.approved())),
                "settings", binding.settings(),
                "exportedAt", clock.instant().toString());
    }

    /** The zip while it grows. */
    private static final class Archive implements BrandData.Parts {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ZipOutputStream zip = new ZipOutputStream(bytes);
        private final Map<String, List<Data>> lists = new LinkedHashMap<>();
        private final Set<String> files = new HashSet<>();

        @Override
        public void objects(String name, List<Data> objects) {
            lists.computeIfAbsent(name, key -> new ArrayList<>()).addAll(objects);
        }

        @Override
        public void file(String name, byte[] content) {
            String path = "files/" + name;
            if (files.add(path)) {
                write(path, content);
            }
        }

        byte[] bytes() {
            lists.forEach((name, objects) -> {
                List<String> lines = objects.stream().map(DataJson::write).toList();
                write(name + ".json", ("[" + String.join(",\n", lines) + "]\n").getBytes(StandardCharsets.UTF_8));
            });
            try {
                zip.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        private void write(String path, byte[] content) {
            if (bytes.size() + content.length > MAX_BYTES) {
                throw DomainException.of(Kind.TOO_LARGE, "brands.export-too-large", MAX_BYTES / 1024 / 1024);
            }
            try {
                zip.putNextEntry(new ZipEntry(path));
                zip.write(content);
                zip.closeEntry();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
