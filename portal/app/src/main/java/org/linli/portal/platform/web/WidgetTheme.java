package org.linli.portal.platform.web;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Gives PrimeFaces' light theme the colours of Linli, and our own files an address that changes with their content.
 *
 * <p>No light theme of PrimeFaces passes WCAG AA, and overriding its colours selector by selector always forgets a
 * state. So the stock {@code theme.css} is served with each of its literal colours replaced by a token of {@code
 * linli.css}: every widget, in every state, follows the palette.
 */
public class WidgetTheme extends ResourceHandlerWrapper {

    private static final String STOCK_LIBRARY = "primefaces-saga-blue";
    private static final String OWN_LIBRARY = "linli";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,6}\\b|rgba?\\([0-9., ]+\\)");
    private static final Map<String, String> TOKENS = Map.ofEntries(
            Map.entry("#495057", "var(--ink)"),
            Map.entry("#212529", "var(--ink)"),
            Map.entry("#252529", "var(--ink)"),
            Map.entry("#6c757d", "var(--ink-soft)"),
            Map.entry("#adb5bd", "var(--ink-faint)"),
            Map.entry("#ced4da", "var(--edge)"),
            Map.entry("#dee2e6", "var(--line)"),
            Map.entry("#e9ecef", "var(--paper-deep)"),
            Map.entry("#f8f9fa", "var(--paper-soft)"),
            Map.entry("#2196f3", "var(--primary)"),
            Map.entry("rgb(12.7384615385,136.9384615385,235.6615384615)", "var(--primary-strong)"),
            Map.entry("rgb(11.3230769231,121.7230769231,209.4769230769)", "var(--primary-strong)"),
            Map.entry("rgb(166.2,213,250.2)", "var(--focus-halo)"),
            Map.entry("#e3f2fd", "var(--primary-wash)"),
            Map.entry("#f44336", "var(--danger)"),
            Map.entry("#d32f2f", "var(--danger)"),
            Map.entry("#b71c1c", "var(--danger)"),
            Map.entry("#ef5350", "var(--danger)"),
            Map.entry("#ffcdd2", "var(--danger-wash)"),
            Map.entry("#607d8b", "var(--ink-soft)"),
            Map.entry("rgb(86.4,112.5,125.1)", "var(--ink)"),
            Map.entry("rgb(76.8,100,111.2)", "var(--ink)"),
            Map.entry("#fbc02d", "var(--warning)"),
            Map.entry("#ffc107", "var(--warning)"),
            Map.entry("#7f6003", "var(--warning)"),
            Map.entry("#ffecb3", "var(--warning-wash)"),
            Map.entry("#689f38", "var(--success)"),
            Map.entry("rgb(93.6,143.1,50.4)", "var(--success)"),
            Map.entry("#0288d1", "var(--primary)"),
            Map.entry("#03a9f4", "var(--primary)"),
            Map.entry("#01579b", "var(--primary-strong)"),
            Map.entry("#b3e5fc", "var(--primary-wash)"),
            Map.entry("#9c27b0", "var(--primary)"));

    private final Map<String, String> stamps = new ConcurrentHashMap<>();

    public WidgetTheme(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource createResource(String resourceName, String libraryName) {
        Resource resource = super.createResource(resourceName, libraryName);
        if (resource == null || libraryName == null) {
            return resource;
        } else if (libraryName.equals(STOCK_LIBRARY) && resourceName.equals("theme.css")) {
            return new Recoloured(resource);
        } else if (libraryName.equals(OWN_LIBRARY)) {
            return new Stamped(resource, stamps.computeIfAbsent(resourceName, name -> checksum(resource)));
        }
        return resource;
    }

    static String recolour(String css) {
        Matcher matcher = COLOUR.matcher(css);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                TOKENS.getOrDefault(found.group().toLowerCase(Locale.ROOT).replace(" ", ""), found.group())));
    }

    private static String checksum(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            CRC32 crc = new CRC32();
            crc.update(in.readAllBytes());
            return Long.toHexString(crc.getValue());
        } catch (IOException e) {
            return "0";
        }
    }

    /** The stock theme in our colours. */
    private static final class Recoloured extends ResourceWrapper {
        Recoloured(Resource stock) {
            super(stock);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            try (InputStream in = super.getInputStream()) {
                String css = recolour(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                return new ByteArrayInputStream(css.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** One of our files, cached by browsers until its content changes. */
    private static final class Stamped extends ResourceWrapper {
        private final String stamp;

        Stamped(Resource resource, String stamp) {
            super(resource);
            this.stamp = stamp;
        }

        @Override
        public String getRequestPath() {
            String path = super.getRequestPath();
            return path + (path.contains("?") ? "&" : "?") + "v=" + stamp;
        }
    }
}
