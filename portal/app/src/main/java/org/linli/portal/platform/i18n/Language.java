package org.linli.portal.platform.i18n;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The language of this request. Pages follow the reader's own choice (cookie {@value #COOKIE}, Chinese until chosen);
 * the API has no cookie and follows {@code Accept-Language}.
 */
@Named("language")
@RequestScoped
public class Language {

    public static final String COOKIE = "lang";
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    private final Locale locale;

    @Inject
    public Language(HttpServletRequest request) {
        this.locale = of(request);
    }

    /** The language in which to answer: {@link #CHINESE} or {@link #ENGLISH}. */
    public Locale locale() {
        return locale;
    }

    /** The BCP 47 tag for {@code <html lang>} and {@code Content-Language}: {@code zh-CN} or {@code en}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** True when pages are shown in Chinese. */
    public boolean isChinese() {
        return CHINESE.equals(locale);
    }

    /** The language of any request, also outside a request scope (filters, error pages). */
    public static Locale of(HttpServletRequest request) {
        String chosen = cookie(request, COOKIE);
        if (chosen != null) {
            return closest(Locale.forLanguageTag(chosen));
        }
        boolean api = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        return api && request.getHeader("Accept-Language") != null ? closest(request.getLocale()) : CHINESE;
    }

    /** The language that we speak which is nearest to the one asked for. */
    public static Locale closest(Locale wanted) {
        return "zh".equals(wanted.getLanguage()) || wanted.getLanguage().isEmpty() ? CHINESE : ENGLISH;
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
