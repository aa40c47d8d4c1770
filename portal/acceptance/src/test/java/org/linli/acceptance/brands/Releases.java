package org.linli.acceptance.brands;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;
import org.linli.plugin.testkit.BrandJar;

/** What an operator does with releases over REST, signing them with a key that the portal trusts. */
final class Releases {
    static final String JAR = "application/java-archive";

    private final Rest operator;
    private final KeyPair keys = newKeys();

    Releases(RunningPortal portal) {
        operator = Secrets.rest(portal, "operator");
        operator.post("brand-keys")
                .body(
                        "publisher",
                        "linli",
                        "publicKey",
                        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()))
                .send()
                .expect(201);
    }

    static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Base64 of a signature. */
    static String sign(KeyPair keys, byte[] jar) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(jar);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(BrandJar jar) {
        try {
            Path file = Files.createTempFile("release", ".jar");
            byte[] content = Files.readAllBytes(jar.write(file));
            Files.delete(file);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply upload(byte[] jar) {
        return upload(jar, sign(keys, jar));
    }

    Reply upload(byte[] jar, String signature) {
        return operator.post("brand-releases")
                .bytes(JAR, jar)
                .header("Linli-Signature", signature)
                .send();
    }

    Reply uploadUnsigned(byte[] jar) {
        return operator.post("brand-releases").bytes(JAR, jar).send();
    }

    /** Uploads and verifies; gives the id of what can be activated. */
    String verified(BrandJar jar) {
        String id = upload(bytes(jar)).expect(201).id();
        Reply verified = act(id, "verify").expect(200);
        if (!verified.json().getString("status").equals("VERIFIED")) {
            throw new AssertionError("not verified: " + verified);
        }
        return id;
    }

    Reply act(String id, String verb) {
        return operator.post("brand-releases/" + id + "/" + verb).body().send();
    }

    void activate(String id) {
        act(id, "activate").expect(200);
    }

    void rollBack(String id) {
        act(id, "roll-back").expect(200);
    }

    JsonObject get(String id) {
        return operator.get("brand-releases/" + id).expect(200).json();
    }

    String status(String id) {
        return get(id).getString("status");
    }

    /** Why it was rejected, in words; empty when it was not. */
    String reason(String id) {
        return get(id).getString("reason", "");
    }

    List<JsonObject> all() {
        return operator
                .get("brand-releases")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(release -> release.getString("brandId").equals(BrandPortal.BRAND))
                .toList();
    }

    /** Versions that are active: never more than one. */
    List<String> active() {
        return all().stream()
                .filter(release -> release.getString("status").equals("ACTIVE"))
                .map(release -> release.getString("version"))
                .toList();
    }

    /** Puts the bundled release back in its place, if another has it; the portal keeps only the last ones that worked. */
    void restore() {
        if (active().equals(List.of(BrandPortal.BUNDLED))) {
            return;
        }
        activate(all().stream()
                .filter(release -> release.getString("version").equals(BrandPortal.BUNDLED))
                .map(release -> release.getString("id"))
                .findFirst()
                .orElseGet(() -> verified(BrandPortal.bundled())));
    }
}
