package org.linli.portal.brands.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.release.NodeStates;
import org.linli.portal.brands.release.Release;
import org.linli.portal.brands.release.ReleaseWork;
import org.linli.portal.brands.release.Upload;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.web.PageMessages;

/** Takes a jar and its signature in, and tries it out at once. */
@Named("releaseUpload")
@RequestScoped
public class ReleaseUpload {
    private static final int MAX_SIGNATURE = 4096;
    private static final int RAW_SIGNATURE = 64;

    private final Upload upload;
    private final ReleaseWork work;
    private final NodeStates nodes;
    private final PageMessages messages;
    private @Nullable Part jar;
    private @Nullable Part signature;

    @Inject
    public ReleaseUpload(Upload upload, ReleaseWork work, NodeStates nodes, PageMessages messages) {
        this.upload = upload;
        this.work = work;
        this.nodes = nodes;
        this.messages = messages;
    }

    /** Checks what was sent; a sound jar is started for a moment, unless plugins are off. */
    public String send() throws IOException {
        if (jar == null || jar.getSize() == 0) {
            throw DomainException.invalidField("jar", "platform.field-required");
        }
        Release release;
        try (InputStream body = jar.getInputStream()) {
            release = upload.accept(body, signatureText());
        }
        if (!nodes.isSafeMode()) {
            release = work.verify(release.id());
        }
        messages.done("brands.releases.uploaded." + release.status(), release.version());
        return "/admin/brand-releases.xhtml?faces-redirect=true";
    }

    /** As {@code linli brand sign} writes it, Base64; the 64 bytes themselves are understood as well. */
    private @Nullable String signatureText() throws IOException {
        if (signature == null || signature.getSize() == 0) {
            return null;
        }
        try (InputStream body = signature.getInputStream()) {
            byte[] bytes = body.readNBytes(MAX_SIGNATURE);
            return bytes.length == RAW_SIGNATURE
                    ? Base64.getEncoder().encodeToString(bytes)
                    : new String(bytes, StandardCharsets.US_ASCII);
        }
    }

    public int getMegabytes() {
        return Upload.MAX_BYTES / 1024 / 1024;
    }

    public @Nullable Part getJar() {
        return jar;
    }

    public void setJar(@Nullable Part jar) {
        this.jar = jar;
    }

    public @Nullable Part getSignature() {
        return signature;
    }

    public void setSignature(@Nullable Part signature) {
        this.signature = signature;
    }
}
