package org.linli.portal.brands.call;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Language;

/**
 * For whom a plugin is asked.
 *
 * @param personId who acts, null for the portal
 * @param locale language of whoever reads the answer
 * @param demo whether demonstration data are made
 */
public record Who(@Nullable Long personId, Locale locale, boolean demo) {
    /** The portal itself. */
    public static final Who PORTAL = new Who(null, Language.CHINESE, false);

    public static Who person(long personId, Locale locale) {
        return new Who(personId, locale, false);
    }
}
