package org.linli.portal.brands.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.DataJson;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.security.FieldCipher;

/** Takes the declared fields out of a record and encrypts them, bound to that record: they open nowhere else. */
@ApplicationScoped
public class SealedFields {
    private static final int KEY_ID_BYTES = 8;

    private final FieldCipher cipher;

    @Inject
    public SealedFields(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** Names the key that seals now, telling nothing of it. */
    String keyId() {
        return HexFormat.of().formatHex(cipher.blindIndex("brand record key"), 0, KEY_ID_BYTES);
    }

    /** What may be kept in the open. */
    static Data open(Descriptor.RecordKind kind, Data data) {
        Data open = data;
        for (String field : kind.sealed()) {
            open = open.with(field, null);
        }
        return open;
    }

    /** The declared fields alone; {@link Data#EMPTY} when none is there. */
    static Data secret(Descriptor.RecordKind kind, Data data) {
        Data secret = Data.EMPTY;
        for (String field : kind.sealed()) {
            secret = secret.with(field, data.get(field).orElse(null));
        }
        return secret;
    }

    byte[] seal(BrandRef brand, String kind, String key, Data secret) {
        return cipher.encrypt(DataJson.write(Data.of("of", name(brand, kind, key), "data", secret)));
    }

    /**
     * The fields again.
     *
     * @throws IllegalStateException when they belong to another record or were sealed with another key
     */
    Data unseal(BrandRef brand, String kind, String key, byte[] sealed) {
        Data opened = DataJson.read(cipher.decrypt(sealed));
        if (!opened.text("of").equals(name(brand, kind, key))) {
            throw new IllegalStateException("sealed fields of another record");
        }
        return opened.object("data");
    }

    private static String name(BrandRef brand, String kind, String key) {
        return brand.brandId() + "/" + brand.communityId() + "/" + kind + "/" + key;
    }
}
