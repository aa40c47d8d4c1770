package org.linli.portal.platform.i18n;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts for pages, in the reader's language: {@code #{t['orders.place.title']}} for a plain text and {@code
 * #{t.of('orders.queue.count', n)}} for one with arguments. It is a map only so that EL can index it.
 */
@Named("t")
@Typed(Texts.class)
@RequestScoped
public class Texts extends AbstractMap<String, String> {

    private final Messages messages;
    private final Language language;

    @Inject
    public Texts(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
    }

    @Override
    public String get(@Nullable Object key) {
        return key == null ? "" : of(key.toString());
    }

    /** The text of a key with its arguments filled in. */
    public String of(String key, Object... args) {
        return messages.text(language.locale(), key, args);
    }

    /** Every key answers, so there is nothing useful to list. */
    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }
}
