package org.linli.acceptance.browser.showcase;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Packs and signs the brand of these tests, and takes it up in the community of the demo's administrator. */
public final class ShowcaseBrand {
    public static final String ID = "showcase";

    private ShowcaseBrand() {}

    /** Takes it up, unless an earlier run did. */
    public static void takeUp(RunningPortal portal) {
        Rest operator = Secrets.rest(portal, "operator");
        Rest admin = Secrets.rest(portal, "admin");
        String community = admin.get("me").expect(200).json().getString("communityId");
        Reply seen = admin.get("communities/" + community + "/brands/" + ID);
        if (seen.status() == 200 && seen.json().getString("state").equals("ON")) {
            return;
        }
        String release = stage(operator, "1.0.0");
        operator.post("brand-releases/" + release + "/verify").json("{}").send().expect(200);
        operator.post("brand-releases/" + release + "/activate")
                .json("{}")
                .send()
                .expect(200);
        Reply on = seen;
        for (int i = 0; i < 40 && (i == 0 || on.status() != 200); i++) {
            pause();
            on = admin.post("communities/" + community + "/brands/" + ID + "/enable")
                    .body("needs", List.of("records", "documents", "orders:own-types"))
                    .send();
        }
        on.expect(200);
        for (int i = 0; i < 40; i++) {
            if (admin.get("brands/" + ID + "/all/export").status() == 200) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("the brand does not work");
    }

    /** Uploads that version of it, signed; the id of the release. */
    public static String stage(Rest operator, String version) {
        byte[] jar = jar(version);
        return operator.post("brand-releases")
                .bytes("application/java-archive", jar)
                .header("Linli-Signature", signature(operator, jar))
                .send()
                .expect(201)
                .id();
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signature(Rest operator, byte[] jar) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            operator.post("brand-keys")
                    .body(
                            "publisher",
                            "tests",
                            "publicKey",
                            Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()))
                    .send()
                    .expect(201);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(jar);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] jar(String version) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Plugin-Id", ID);
        manifest.getMainAttributes().putValue("Plugin-Version", version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            add(
                    out,
                    "META-INF/extensions.idx",
                    String.join("\n", Widgets.class.getName(), VerdictStep.class.getName(), "")
                            .getBytes(StandardCharsets.UTF_8));
            String yaml = new String(resource("brand.yaml"), StandardCharsets.UTF_8)
                    .replace("version: 1.0.0", "version: " + version);
            add(out, "META-INF/brand/brand.yaml", yaml.getBytes(StandardCharsets.UTF_8));
            add(out, "i18n/messages_zh_CN.properties", resource("i18n/messages_zh_CN.properties"));
            add(out, "i18n/messages_en.properties", resource("i18n/messages_en.properties"));
            Path classes = Path.of(Widgets.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath());
            String folder = Widgets.class.getPackageName().replace('.', '/');
            try (Stream<Path> files = Files.list(classes.resolve(folder))) {
                for (Path file : files.filter(
                                one -> one.getFileName().toString().matches("(Widgets|VerdictStep).*"))
                        .toList()) {
                    add(out, folder + "/" + file.getFileName(), Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ShowcaseBrand.class.getResourceAsStream("/showcase/" + name)) {
            return in.readAllBytes();
        }
    }
}
