package org.linli.portal.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.linli.portal.platform.i18n.Messages;

/** What a notice says, in its reader's language. */
@ApplicationScoped
public class NoticeTexts {
    /** An argument that begins so is the key of a text: it is put into the reader's words, not the sender's. */
    static final String KEY = "text:";

    private final Messages messages;

    @Inject
    public NoticeTexts(Messages messages) {
        this.messages = messages;
    }

    /** The text with its arguments. */
    public String of(NoticeView notice, Locale locale) {
        Object[] arguments = notice.arguments().stream()
                .map(argument ->
                        argument.startsWith(KEY) ? messages.text(locale, argument.substring(KEY.length())) : argument)
                .toArray();
        return messages.text(locale, notice.textKey(), arguments);
    }
}
