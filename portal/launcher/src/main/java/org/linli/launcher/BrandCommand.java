package org.linli.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Handles service brands in a running portal. */
@Command(
        name = "brand",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Service brands: install, activate and take back releases (operator); take brands up in a community"
                        + " (its administrator's token); make keys and sign (publisher).",
        subcommands = {BrandKeygenCommand.class, BrandSignCommand.class, BrandDevCommand.class})
final class BrandCommand {
    private static final String RELEASES = "brand-releases";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(mixinStandardHelpOptions = true, description = "All releases in the portal, or the brands of a community.")
    int list(@Mixin PortalAccess portal, @Option(names = "--community", paramLabel = "ID") @Nullable String community)
            throws InterruptedException {
        if (community == null) {
            row("BRAND", "VERSION", "STATUS", "PUBLISHER", "ID");
            for (Object release : JsonReader.list(portal.get(RELEASES), "items")) {
                row(release, "brandId", "version", "status", "publisher", "id");
            }
        } else {
            row("BRAND", "VERSION", "STATE", "REASON", "RELEASE");
            for (Object brand : JsonReader.list(portal.get("communities/" + community + "/brands"), "items")) {
                row(brand, "brandId", "version", "state", "reason", "release");
            }
        }
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Upload a jar and verify it. Nothing changes for anybody yet.")
    int install(
            @Mixin PortalAccess portal,
            @Parameters(paramLabel = "FILE.jar") Path jar,
            @Option(
                            names = "--signature",
                            paramLabel = "FILE",
                            description = "Written by `linli brand sign`. Default: FILE.jar.sig, if it is there.")
                    @Nullable
                    Path signature)
            throws InterruptedException, IOException {
        Path beside = jar.resolveSibling(jar.getFileName() + ".sig");
        Path used = signature != null ? signature : Files.exists(beside) ? beside : null;
        Map<String, String> headers = used == null
                ? Map.of("Content-Type", "application/java-archive")
                : Map.of(
                        "Content-Type",
                        "application/java-archive",
                        "Linli-Signature",
                        Files.readString(used).strip());
        Object release = portal.upload(RELEASES, jar, headers);
        release = portal.post(RELEASES + "/" + JsonReader.text(release, "id") + "/verify", "{}");
        return told(release);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Let a verified release work, the last changed one unless named.")
    int activate(
            @Mixin PortalAccess portal,
            @Parameters(paramLabel = "BRAND") String brand,
            @Parameters(paramLabel = "VERSION", arity = "0..1") @Nullable String version)
            throws InterruptedException {
        String id = find(portal, brand, version, List.of("VERIFIED", "RETIRED", "ACTIVE"));
        return told(portal.post(RELEASES + "/" + id + "/activate", "{}"));
    }

    @Command(mixinStandardHelpOptions = true, description = "Go back to the release that worked before.")
    int rollback(@Mixin PortalAccess portal, @Parameters(paramLabel = "BRAND") String brand)
            throws InterruptedException {
        String id = find(portal, brand, null, List.of("ACTIVE"));
        told(portal.post(RELEASES + "/" + id + "/roll-back", "{}"));
        return list(portal, null);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Take a brand up in a community. Without --approve it only says what the brand needs.")
    int enable(
            @Mixin PortalAccess portal,
            @Parameters(paramLabel = "BRAND") String brand,
            @Option(names = "--community", paramLabel = "ID", required = true) String community,
            @Option(names = "--approve", description = "Agree to all that it needs.") boolean approve)
            throws InterruptedException {
        Object seen = portal.get(path(community, brand));
        List<String> needs = new ArrayList<>();
        out().println(brand + " needs:");
        for (Object need : JsonReader.list(seen, "needs")) {
            needs.add('"' + JsonReader.text(need, "code") + '"');
            out().println("  " + JsonReader.text(need, "code") + "  " + JsonReader.text(need, "meaning"));
        }
        if (!approve) {
            out().println("Call it again with --approve to agree.");
            return StartFailure.NOT_STARTED;
        }
        String act = JsonReader.text(seen, "state").equals("SUSPENDED") ? "/approve" : "/enable";
        Object now = portal.post(path(community, brand) + act, "{\"needs\":[" + String.join(",", needs) + "]}");
        row(now, "brandId", "version", "state");
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Lay a brand down in a community; its data stay.")
    int disable(
            @Mixin PortalAccess portal,
            @Parameters(paramLabel = "BRAND") String brand,
            @Option(names = "--community", paramLabel = "ID", required = true) String community)
            throws InterruptedException {
        row(portal.post(path(community, brand) + "/disable", "{}"), "brandId", "version", "state");
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Remove all that a disabled brand has in a community. It does not come back.")
    int purge(
            @Mixin PortalAccess portal,
            @Parameters(paramLabel = "BRAND") String brand,
            @Option(names = "--community", paramLabel = "ID", required = true) String community,
            @Option(
                            names = "--confirm",
                            paramLabel = "BRAND",
                            required = true,
                            description = "The brand's id once more.")
                    String confirm)
            throws InterruptedException {
        portal.post(path(community, brand) + "/purge", "{\"confirm\":\"" + confirm.replace("\"", "") + "\"}");
        out().println(brand + " is purged in " + community);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Trust a publisher's public key, or list all keys.")
    int keys(
            @Mixin PortalAccess portal,
            @Parameters(paramLabel = "PUBLISHER", arity = "0..1") @Nullable String publisher,
            @Parameters(paramLabel = "PUBLIC-KEY", arity = "0..1") @Nullable String key)
            throws InterruptedException {
        if (publisher != null && key != null) {
            portal.post("brand-keys", "{\"publisher\":\"" + publisher + "\",\"publicKey\":\"" + key + "\"}");
        }
        row("PUBLISHER", "FINGERPRINT", "ADDED", "ENDED", "ID");
        for (Object one : JsonReader.list(portal.get("brand-keys"), "items")) {
            row(one, "publisher", "fingerprint", "addedAt", "endedAt", "id");
        }
        return 0;
    }

    private static String path(String community, String brand) {
        return "communities/" + community + "/brands/" + brand;
    }

    private static String find(PortalAccess portal, String brand, @Nullable String version, List<String> statuses)
            throws InterruptedException {
        List<Object> found = new ArrayList<>();
        for (Object release : JsonReader.list(portal.get(RELEASES), "items")) {
            if (JsonReader.text(release, "brandId").equals(brand)
                    && statuses.contains(JsonReader.text(release, "status"))
                    && (version == null || JsonReader.text(release, "version").equals(version))) {
                found.add(release);
            }
        }
        if (found.isEmpty()) {
            throw new StartFailure(
                    StartFailure.NOT_STARTED,
                    "There is no such release of " + brand + " that is " + String.join(" or ", statuses)
                            + ". `linli brand list` shows what there is.");
        }
        return JsonReader.text(found.get(0), "id");
    }

    private int told(Object release) {
        row(release, "brandId", "version", "status");
        String reason = JsonReader.text(release, "reason");
        if (!reason.isEmpty()) {
            spec.commandLine().getErr().println(reason);
            return StartFailure.FAILED;
        }
        return 0;
    }

    private void row(Object object, String... keys) {
        row(List.of(keys).stream().map(key -> JsonReader.text(object, key)).toArray(String[]::new));
    }

    private void row(String... cells) {
        out().println(List.of(cells).stream()
                .map(cell -> String.format("%-14s", cell.isEmpty() ? "-" : cell))
                .collect(Collectors.joining("  "))
                .stripTrailing());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
