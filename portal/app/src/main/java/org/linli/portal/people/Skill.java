package org.linli.portal.people;

import java.util.Locale;

/** A skill that volunteers have and services need. */
public record Skill(String code, String nameZh, String nameEn) {
    /** Its name in that language. */
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }
}
