package org.linli.portal.brands.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.linli.portal.platform.problem.DomainException;

/**
 * Reads a jar as the virtual machine will, by its central directory, and stops at what no honest one has: entries outside of
 * it, doubled ones, and ones that unpack to very much.
 */
final class JarReader {
    static final int MAX_ENTRIES = 5_000;
    static final int MAX_ENTRY_BYTES = 16 * 1024 * 1024;
    static final int MAX_TOTAL_BYTES = 96 * 1024 * 1024;

    /** Of an entry beyond {@link #RATIO_FROM}; texts and classes stay below 30. */
    private static final int MAX_RATIO = 100;

    private static final int RATIO_FROM = 256 * 1024;

    private JarReader() {}

    /**
     * Hands all files of the jar over, each whole.
     *
     * @throws DomainException 400
     */
    static void read(Path jar, BiConsumer<String, byte[]> reader) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                throw DomainException.invalid("brands.jar-too-many-entries", MAX_ENTRIES);
            }
            Set<String> names = new HashSet<>();
            long total = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                requireName(entry.getName());
                if (!names.add(entry.getName())) {
                    throw DomainException.invalid("brands.jar-twice", entry.getName());
                }
                if (!entry.isDirectory()) {
                    byte[] content = unpack(zip, entry);
                    total += content.length;
                    if (total > MAX_TOTAL_BYTES) {
                        throw bomb(entry.getName());
                    }
                    reader.accept(entry.getName(), content);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw DomainException.invalid("brands.jar-broken");
        }
    }

    private static byte[] unpack(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(MAX_ENTRY_BYTES + 1);
            boolean dense =
                    content.length > RATIO_FROM && content.length / Math.max(1, entry.getCompressedSize()) > MAX_RATIO;
            if (content.length > MAX_ENTRY_BYTES || dense) {
                throw bomb(entry.getName());
            }
            return content;
        }
    }

    private static DomainException bomb(String name) {
        return DomainException.invalid(
                "brands.jar-bomb", name, MAX_ENTRY_BYTES / 1024 / 1024, MAX_TOTAL_BYTES / 1024 / 1024);
    }

    private static void requireName(String name) {
        boolean outside = name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.chars().anyMatch(Character::isISOControl)
                || Arrays.asList(name.split("/")).contains("..");
        if (name.isEmpty() || outside || name.contains("//")) {
            throw DomainException.invalid("brands.jar-path", name.replaceAll("\\p{Cntrl}", "?"));
        }
    }
}
