package org.linli.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One entry of a chain, all that its hash is made of. The fields and the exact form: see the package.
 *
 * @param link where in the chain it stands
 * @param kind of the fact
 * @param id of the fact
 * @param content what the fact says
 */
public record JournalEntry(Link link, String kind, String id, Map<String, Object> content) {
    /** What the first entry names as the hash before it. */
    public static final String BEGINNING = "0".repeat(64);

    /** A transaction of the points ledger. */
    public static final String POINTS = "POINTS";

    /** A row of the legal time record. */
    public static final String SERVICE = "SERVICE";

    private static final long FORM = 1;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /**
     * The place of an entry.
     *
     * @param community whose chain
     * @param seq from 1
     * @param previous hash of the entry before
     * @param sealed when it was chained
     * @param settled whether nothing that was committed by then is missing before it
     */
    public record Link(String community, long seq, String previous, String sealed, boolean settled) {}

    /** An instant as it stands in a journal: UTC, six digits behind the second. */
    public static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    /** SHA-256 of a text in UTF-8, hexadecimal. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The hash that the next entry names. */
    public String hash() {
        return sha256(CanonicalJson.write(form()));
    }

    /** The line of an export, without its end. */
    public String line(String hash) {
        return CanonicalJson.write(Map.of("entry", form(), "hash", hash));
    }

    private Map<String, Object> form() {
        Map<String, Object> form = new TreeMap<>();
        form.put("community", link.community());
        form.put("seq", link.seq());
        form.put("previous", link.previous());
        form.put("sealed", link.sealed());
        form.put("settled", link.settled());
        form.put("kind", kind);
        form.put("id", id);
        form.put("content", content);
        form.put("v", FORM);
        return form;
    }

    /**
     * Reads the entry of a line.
     *
     * @throws IllegalArgumentException when it is none
     */
    static JournalEntry of(Map<?, ?> form) {
        if (form.size() != 9 || !Long.valueOf(FORM).equals(form.get("v"))) {
            throw new IllegalArgumentException("is no entry of form " + FORM);
        }
        Link link = new Link(
                text(form, "community"),
                number(form, "seq"),
                text(form, "previous"),
                text(form, "sealed"),
                Boolean.TRUE.equals(form.get("settled")));
        Map<String, Object> content = new TreeMap<>();
        object(form, "content").forEach((key, value) -> content.put((String) key, value));
        return new JournalEntry(link, text(form, "kind"), text(form, "id"), content);
    }

    static String text(Map<?, ?> object, String key) {
        if (object.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("has no text " + key);
    }

    static long number(Map<?, ?> object, String key) {
        if (object.get(key) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("has no number " + key);
    }

    static Map<?, ?> object(Object value, String key) {
        if (value instanceof Map<?, ?> map && map.get(key) instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException("has no object " + key);
    }
}
