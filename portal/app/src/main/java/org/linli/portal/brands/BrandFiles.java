package org.linli.portal.brands;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.linli.portal.brands.upload.Uploads;
import org.linli.portal.platform.security.FieldCipher;

/**
 * Addresses of photos and documents of brands. Whoever shows one on a page decided that its reader may see it: the address
 * serves that person alone.
 */
@ApplicationScoped
public class BrandFiles {
    private static final int MARK_BYTES = 16;

    private final FieldCipher cipher;
    private final Uploads uploads;

    @Inject
    public BrandFiles(FieldCipher cipher, Uploads uploads) {
        this.cipher = cipher;
        this.uploads = uploads;
    }

    /** As {@link #photo(long, long)}, nothing for photos of another brand or community. */
    public Optional<String> photo(BrandRef brand, long uploadId, long readerId) {
        return uploads.isOf(brand, uploadId) ? Optional.of(photo(uploadId, readerId)) : Optional.empty();
    }

    /** Whether that person uploaded all of these photos for the brand there. */
    public boolean areOf(BrandRef brand, Collection<Long> uploadIds, long personId) {
        return uploadIds.stream().allMatch(id -> uploads.isOf(brand, id, personId));
    }

    /** These photos stay as long as the brand: something of the core names them. */
    public void keep(BrandRef brand, Collection<Long> uploadIds) {
        uploads.keep(brand, uploadIds);
    }

    /** Address of a photo below the portal's root, for that reader. */
    public String photo(long uploadId, long readerId) {
        return "/api/v1/brand-uploads/" + uploadId + "?for=" + mark("upload", uploadId, readerId);
    }

    /** Address of a document below the portal's root, for that reader. */
    public String document(long documentId, long readerId) {
        return "/api/v1/brand-documents/" + documentId + "?for=" + mark("document", documentId, readerId);
    }

    /** Whether the mark was made for that thing and reader. */
    public boolean isFor(String kind, long id, long readerId, String mark) {
        byte[] wanted = mark(kind, id, readerId).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(wanted, mark.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private String mark(String kind, long id, long readerId) {
        return HexFormat.of()
                .formatHex(cipher.blindIndex("brand " + kind + " " + id + " for " + readerId), 0, MARK_BYTES);
    }
}
