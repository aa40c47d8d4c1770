package org.linli.portal.brands.release;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.portal.platform.problem.DomainException;

/**
 * What no class of a release may be or call. It catches mistakes and thoughtlessness, not malice: reflection goes round it. Who
 * signs a release answers for it.
 */
final class ClassRules {
    /** Java 17. */
    static final int MAX_MAJOR = 61;

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/(.+)");

    /** What the portal has: a second copy in the jar would be another class of the same name. */
    private static final Set<String> NOT_BUNDLED =
            Set.of("java/", "jakarta/", "org/pf4j/", "org/slf4j/", "org/linli/plugin/", "org/linli/portal/");

    /** Whole classes and single methods. */
    private static final Set<String> NOT_CALLED = Set.of(
            "java/lang/System.exit",
            "java/lang/System.load",
            "java/lang/System.loadLibrary",
            "java/lang/System.setProperty",
            "java/lang/System.setProperties",
            "java/lang/System.clearProperty",
            "java/lang/System.setOut",
            "java/lang/System.setErr",
            "java/lang/System.setSecurityManager",
            "java/lang/Runtime.exit",
            "java/lang/Runtime.halt",
            "java/lang/Runtime.exec",
            "java/lang/Runtime.load",
            "java/lang/Runtime.loadLibrary",
            "java/lang/Runtime.addShutdownHook",
            "java/lang/ProcessBuilder.<init>",
            "java/lang/Thread.<init>",
            "java/lang/Thread.ofVirtual",
            "java/lang/Thread.ofPlatform",
            "java/lang/Thread.startVirtualThread",
            "java/util/Timer.<init>",
            "java/util/concurrent/ForkJoinPool.<init>",
            "java/util/concurrent/ThreadPoolExecutor.<init>",
            "java/util/concurrent/ScheduledThreadPoolExecutor.<init>",
            "java/util/concurrent/CompletableFuture.runAsync",
            "java/util/concurrent/CompletableFuture.supplyAsync",
            "java/util/Locale.setDefault",
            "java/util/TimeZone.setDefault");

    private static final Set<String> CLASSES_NOT_CALLED =
            Set.of("java/util/concurrent/Executors.", "sun/misc/Unsafe.", "jdk/internal/", "java/lang/instrument/");

    private ClassRules() {}

    /**
     * Refuses a class.
     *
     * @param name of the entry, ending in .class
     * @throws DomainException 400
     */
    static void require(String name, byte[] content) {
        Matcher versioned = VERSIONED.matcher(name);
        String path = versioned.matches() ? versioned.group(1) : name;
        if (NOT_BUNDLED.stream().anyMatch(path::startsWith)) {
            throw DomainException.invalid("brands.jar-bundles", name);
        }
        ClassFile file = read(name, content);
        if (file.major() > MAX_MAJOR || file.preview()) {
            throw DomainException.invalid("brands.jar-too-new", name, file.major(), MAX_MAJOR);
        }
        file.calls().stream()
                .filter(ClassRules::isForbidden)
                .sorted()
                .findFirst()
                .ifPresent(call -> {
                    throw DomainException.invalid("brands.jar-calls", name, call.replace('/', '.'));
                });
    }

    private static boolean isForbidden(String call) {
        return NOT_CALLED.contains(call) || CLASSES_NOT_CALLED.stream().anyMatch(call::startsWith);
    }

    private static ClassFile read(String name, byte[] content) {
        try {
            return ClassFile.read(content);
        } catch (IOException e) {
            throw DomainException.invalid("brands.jar-no-class", name);
        }
    }
}
