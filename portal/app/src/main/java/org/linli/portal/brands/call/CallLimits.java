package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.Config;

/** How much memory calls may ask for: {@code linli.brands.memory-mib.<point>}, or what the point itself says. */
@ApplicationScoped
public class CallLimits {
    private static final String SETTING = "linli.brands.memory-mib.";

    private final Map<Point, Long> bytes = new EnumMap<>(Point.class);

    @Inject
    public CallLimits(Config config) {
        this(point ->
                config.getOptionalValue(SETTING + point.code(), Integer.class).orElse(point.mebibytes()));
    }

    private CallLimits(ToLongFunction<Point> mebibytes) {
        for (Point point : Point.values()) {
            bytes.put(point, mebibytes.applyAsLong(point) << 20);
        }
    }

    /** What the points say. */
    public static CallLimits usual() {
        return new CallLimits(Point::mebibytes);
    }

    long bytes(Point point) {
        return bytes.getOrDefault(point, 0L);
    }
}
