package org.linli.portal.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts fields at rest (AES-256-GCM, random nonce) and gives blind indexes (HMAC-SHA-256) for equality search.
 *
 * <p>Both keys are derived from the setting linli.secret.key: 32 random bytes in Base64, the same on every node. Without
 * that key the fields cannot be read again: it belongs in the operator's backup.
 */
@ApplicationScoped
public class FieldCipher {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec encryption;
    private final SecretKeySpec index;

    /** For tests and tools; the portal injects the setting. */
    @Inject
    public FieldCipher(@ConfigProperty(name = "linli.secret.key") String base64Key) {
        byte[] secret = Base64.getDecoder().decode(base64Key);
        if (secret.length < 32) {
            throw new IllegalArgumentException("linli.secret.key must hold at least 32 bytes in Base64");
        }
        this.encryption = new SecretKeySpec(derive(secret, "linli field encryption"), "AES");
        this.index = new SecretKeySpec(derive(secret, "linli blind index"), "HmacSHA256");
    }

    /** Nonce and cipher text in one. */
    public byte[] encrypt(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * The text again.
     *
     * @throws IllegalStateException when the bytes were changed or written with another key
     */
    public String decrypt(byte[] cipherText) {
        byte[] nonce = Arrays.copyOf(cipherText, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(cipherText, NONCE_BYTES, cipherText.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, sealed), StandardCharsets.UTF_8);
    }

    /** 32 bytes, equal for equal texts, telling nothing of the text without the key. */
    public byte[] blindIndex(String text) {
        return hmac(index, text);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("field cannot be read or written: is linli.secret.key the right one?", e);
        }
    }

    private static byte[] derive(byte[] secret, String purpose) {
        return hmac(new SecretKeySpec(secret, "HmacSHA256"), purpose);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
