package org.linli.portal.brands.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.Descriptor;

/**
 * One version of a brand, as the database has it.
 *
 * @param signer the key that signed it, null when it came unsigned or with the portal
 * @param bundled whether it came with the portal, in the same file
 * @param reason why it was rejected: a code, then its arguments
 * @param titles name and summary, as the row keeps them
 * @param revision rises with each change
 */
public record Release(
        long id,
        String brandId,
        String version,
        String sha256,
        int size,
        String publisher,
        @Nullable Long signer,
        boolean bundled,
        Status status,
        List<String> reason,
        String yaml,
        String settings,
        Titles titles,
        Instant uploadedAt,
        Instant changedAt,
        long revision) {
    public Release {
        reason = List.copyOf(reason);
    }

    /** How far it has come. */
    public enum Status {
        /** Uploaded and checked, never loaded. */
        STAGED,
        /** Was loaded, started and unloaded once. */
        VERIFIED,
        /** Works in the portal. */
        ACTIVE,
        /** Worked until another took its place; can come back. */
        RETIRED,
        /** Will not work: it failed, or somebody said no. */
        REJECTED
    }

    /** Name and summary of the brand in both languages. */
    public record Titles(String nameZh, String nameEn, String summaryZh, String summaryEn) {}

    /** What it declares; no class is loaded for it. */
    public Descriptor descriptor() {
        return DescriptorYaml.read(yaml, settings);
    }
}
