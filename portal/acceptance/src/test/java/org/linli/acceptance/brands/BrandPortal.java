package org.linli.acceptance.brands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;
import org.linli.plugin.testkit.BrandJar;

/**
 * The portal that the tests of this package share: they change what works in it for everybody, and kill it. Its demo has the
 * fire patrol in 旺家 and 贵苑; each test leaves its release {@link #BUNDLED} at work.
 */
final class BrandPortal {
    static final String BRAND = "fire-patrol";
    static final String BUNDLED = "1.0.0";
    static final RunningPortal PORTAL =
            Integer.getInteger("linli.portal.port", 0) == 0 ? RunningPortal.fresh("brands") : RunningPortal.shared();
    static final Releases RELEASES = new Releases(PORTAL);

    private static final Path PLUGIN = RunningPortal.top().resolve("plugins/fire-patrol");
    private static final String PACKAGE = "org.linli.brands.firepatrol.";

    private BrandPortal() {}

    /** Waits until the brand works in the communities of the demo, in 旺家 with its history. */
    static void await() {
        Rest dispatcher = Secrets.rest(PORTAL, "dispatcher");
        Rest other = Secrets.rest(PORTAL, "dispatcher2");
        Waiting.until("the demo has its brand", 90, () -> RELEASES.active().size() == 1);
        RELEASES.restore();
        Waiting.until(
                "the brand has its history",
                90,
                () -> hazards(dispatcher) > 0 && overview(other).status() == 200);
    }

    private static int hazards(Rest who) {
        Reply reply = overview(who);
        return reply.status() == 200 && reply.json().containsKey("hazards")
                ? reply.json().getJsonArray("hazards").size()
                : 0;
    }

    static Reply overview(Rest who) {
        return who.get("brands/" + BRAND + "/overview");
    }

    /** Reports a danger at that place. */
    static Rest.Call report(Rest who, String unit, String place) {
        return who.post("brands/" + BRAND + "/reports")
                .body("unit", unit, "place", place, "item", "hallway", "note", "");
    }

    /** The jar as it was built. */
    static BrandJar bundled() {
        try {
            return BrandJar.read(PLUGIN.resolve("target/linli-brand-fire-patrol-1.0.0.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A further release that only says so. */
    static BrandJar release(String version) {
        return bundled().version(version);
    }

    /** A further release with an answer of its own to GET overview: the statements of a method with {@code context}. */
    static BrandJar answering(String version, String statements) {
        return compiled(release(version), "OverviewApi", """
                package org.linli.brands.firepatrol;
                import org.linli.plugin.*;
                @org.pf4j.Extension
                public class OverviewApi implements Route {
                    @Override public Response handle(Context context, Request request) {
                        %s
                    }
                }
                """.formatted(statements));
    }

    /** A further release whose brand has these members too. */
    static BrandJar with(String version, String members) {
        return with(release(version), members);
    }

    static BrandJar with(BrandJar release, String members) {
        return compiled(release, "FirePatrolBrand", """
                package org.linli.brands.firepatrol;
                import org.linli.plugin.*;
                @org.pf4j.Extension
                public class FirePatrolBrand implements Brand {
                    %s
                }
                """.formatted(members));
    }

    private static BrandJar compiled(BrandJar jar, String name, String source) {
        try {
            return jar.compile(PACKAGE + name, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name of a thing that no other test has. */
    static String unique(String what) {
        return what + " " + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    }
}
