package org.linli.portal.brands.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.release.PublisherKeys;
import org.linli.portal.platform.web.PageMessages;

/** Whose signatures the portal trusts. */
@Named("publisherKeysPage")
@RequestScoped
public class PublisherKeysPage {
    private final PublisherKeys keys;
    private final PageMessages messages;
    private @Nullable String publisher;
    private @Nullable String publicKey;

    @Inject
    public PublisherKeysPage(PublisherKeys keys, PageMessages messages) {
        this.keys = keys;
        this.messages = messages;
    }

    public List<PublisherKeys.Key> getKeys() {
        return keys.list();
    }

    public void add() {
        PublisherKeys.Key key = keys.add(publisher, publicKey);
        messages.done("brands.keys.added", key.publisher(), key.fingerprint());
        publisher = null;
        publicKey = null;
    }

    public void end(long id) {
        PublisherKeys.Key key = keys.end(id);
        messages.done("brands.keys.ended", key.publisher(), key.fingerprint());
    }

    public @Nullable String getPublisher() {
        return publisher;
    }

    public void setPublisher(@Nullable String publisher) {
        this.publisher = publisher;
    }

    public @Nullable String getPublicKey() {
        return publicKey;
    }

    public void setPublicKey(@Nullable String publicKey) {
        this.publicKey = publicKey;
    }
}
