package org.linli.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.linli.acceptance.RunningPortal;

/** The real national tree, imported and asked by national-tree/run. */
final class Tree {
    private Tree() {}

    static void run() throws IOException, InterruptedException {
        String token = UUID.randomUUID().toString();
        Path script = RunningPortal.top().resolve("portal/benchmarks/national-tree/run");
        Path work = Path.of("target", "national-tree").toAbsolutePath();
        Files.createDirectories(work);
        try (RunningPortal portal =
                RunningPortal.fresh("tree", List.of("-Xmx1g", "-Dlinli.operator.token.sha256=" + sha256(token)))) {
            String address = portal.address().toString().replaceFirst("/$", "");
            int exit = new ProcessBuilder(script.toString(), address, token, work.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("national-tree/run ended with " + exit);
            }
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
