package org.linli.portal.points;

import java.util.Locale;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.points.Explanation.Line;

/** Texts of one language for receipts. */
record ReceiptWords(Messages messages, Locale locale) {
    String of(String key, Object... arguments) {
        return messages.text(locale, key, arguments);
    }

    /** The English name where there is one and it is wanted. */
    String item(Receipt receipt) {
        String english = receipt.text("itemEn");
        return Language.CHINESE.equals(Language.closest(locale)) || english.isEmpty() ? receipt.text("item") : english;
    }

    Line line(String code, String value) {
        return line(code, value, "");
    }

    Line line(String code, String value, String note) {
        return new Line(code, of("points.receipt." + code), value, note);
    }
}
