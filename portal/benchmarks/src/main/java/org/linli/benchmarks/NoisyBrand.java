package org.linli.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;
import org.linli.plugin.testkit.BrandJar;

/** A brand that means harm, taken up by the two communities of the demo that people can sign in to. */
final class NoisyBrand {
    /** What its route does when it is asked to. */
    enum Noise {
        /** Burns the processor and never answers. */
        LOOPS("long n = 0; while (n != Long.MIN_VALUE) { n = (n + 1) & Long.MAX_VALUE; }"),
        /** Makes garbage and never answers. */
        ALLOCATES("byte[][] some = new byte[8][]; int i = 0;"
                + " while (i >= 0) { some[i & 7] = new byte[1 << 20]; i = (i + 1) & 0xffff; }"),
        /** Answers at once, and keeps four megabytes. */
        HOARDS("HOARD.add(new byte[4 << 20]);");

        private final String statements;

        Noise(String statements) {
            this.statements = statements;
        }

        /** The path to ask for, below {@code /api/v1/}. */
        String path() {
            return "brands/noisy/noise/" + word();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String DESCRIPTOR = """
            id: noisy
            version: 1.0.0
            api: 1
            publisher: linli
            name: brand.name
            summary: brand.summary
            icon: flame
            routes:
              - {slot: rest, path: noise, by: [everyone], handler: Noise}
            """;
    private static final String TEXTS = "brand.name=Noisy\nbrand.summary=A brand that means harm\n";

    /** One of those who can sign in, in each community. */
    static final List<String> NEIGHBOURS = List.of("resident", "resident2");

    private final Rest operator;
    private final List<Keeper> keepers;

    /** An administrator, and where. */
    private record Keeper(Rest admin, String path) {}

    /** Brings it into a portal that takes unsigned jars, and switches it on. */
    NoisyBrand(RunningPortal portal) throws IOException {
        operator = Secrets.rest(portal, "operator");
        String release = operator.post("brand-releases")
                .bytes("application/java-archive", jar())
                .send()
                .expect(201)
                .id();
        Reply verified =
                operator.post("brand-releases/" + release + "/verify").body().send();
        if (!verified.expect(200).json().getString("status").equals("VERIFIED")) {
            throw new IllegalStateException("not verified: " + verified);
        }
        operator.post("brand-releases/" + release + "/activate").body().send().expect(200);
        keepers = NEIGHBOURS.stream().map(login -> keeper(portal, login)).toList();
        keepers.forEach(one -> one.admin()
                .post(one.path() + "/enable")
                .body("needs", List.of())
                .send()
                .expect(200));
    }

    private Keeper keeper(RunningPortal portal, String login) {
        Rest person = Secrets.rest(portal, login);
        var me = person.get("me").expect(200).json();
        String community = me.getString("communityId");
        operator.post("people/" + OrderSteps.personId(person) + "/grants")
                .body("unitId", community, "role", "COMMUNITY_ADMIN")
                .send()
                .expect(201);
        return new Keeper(Secrets.rest(portal, login), "communities/" + community + "/brands/noisy");
    }

    /** Switches it on again wherever the portal has let it rest; whether there was anything to do. */
    boolean resume() {
        boolean any = false;
        for (Keeper one : keepers) {
            Reply reply = one.admin().post(one.path() + "/resume").body().send();
            any |= reply.status() == 200;
        }
        return any;
    }

    private static byte[] jar() throws IOException {
        Path folder = Files.createTempDirectory("noisy");
        Files.createDirectories(folder.resolve("META-INF/brand"));
        Files.createDirectories(folder.resolve("i18n"));
        Files.writeString(folder.resolve("META-INF/brand/brand.yaml"), DESCRIPTOR);
        Files.writeString(folder.resolve("META-INF/extensions.idx"), "noisy.Noise\n");
        Files.writeString(folder.resolve("i18n/messages_zh_CN.properties"), TEXTS);
        Files.writeString(folder.resolve("i18n/messages_en.properties"), TEXTS);
        Path file = BrandJar.pack(folder).compile("noisy.Noise", source()).write(folder.resolve("noisy.jar"));
        return Files.readAllBytes(file);
    }

    private static String source() {
        StringBuilder noises = new StringBuilder();
        for (Noise noise : Noise.values()) {
            noises.append("if (request.path().equals(\"")
                    .append(noise.word())
                    .append("\")) { ")
                    .append(noise.statements)
                    .append(" }\n");
        }
        return """
                package noisy;
                import java.util.*;
                import org.linli.plugin.*;
                @org.pf4j.Extension
                public class Noise implements Route {
                    private static final List<byte[]> HOARD = Collections.synchronizedList(new ArrayList<>());
                    @Override public Response handle(Context context, Request request) {
                        %s
                        return new Response.Json(Data.of("done", request.path()));
                    }
                }
                """.formatted(noises);
    }
}
