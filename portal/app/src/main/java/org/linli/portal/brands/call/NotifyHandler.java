package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.EffectHandler;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.people.Contact;
import org.linli.portal.people.Contacts;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.security.Tokens;

/** Tells people in the portal, each in their own language: the notice carries the brand's text in both. */
@ApplicationScoped
public class NotifyHandler implements EffectHandler<Effect.Notify> {
    private static final String ROLE = "role:";
    private static final int MOST_PEOPLE = 500;
    private static final int MAX_TEXT = 340;

    private final Notices notices;
    private final Brands brands;
    private final Contacts contacts;

    @Inject
    public NotifyHandler(Notices notices, Brands brands, Contacts contacts) {
        this.notices = notices;
        this.brands = brands;
        this.contacts = contacts;
    }

    @Override
    public Class<Effect.Notify> type() {
        return Effect.Notify.class;
    }

    @Override
    public void apply(BrandScope scope, Effect.Notify effect) {
        Set<Long> people = readers(scope, effect.to());
        if (people.size() > MOST_PEOPLE) {
            throw DomainException.invalid("brands.too-many-readers", MOST_PEOPLE);
        }
        if (scope.demo()) {
            return;
        }
        String link = BrandPaths.page(scope.brand(), effect.page());
        String chinese = text(scope, Language.CHINESE, effect);
        String english = text(scope, Language.ENGLISH, effect);
        String key = key(scope, effect.key());
        people.forEach(person -> notices.send(new Notice(person, "brand", List.of(chinese, english), link, key)));
    }

    /** Only who belongs to the community or holds a role of the brand there: others cannot be reached. */
    private Set<Long> readers(BrandScope scope, List<String> to) {
        Set<Long> readers = new LinkedHashSet<>();
        Set<Long> named = new LinkedHashSet<>();
        for (String one : to) {
            if (one.startsWith(ROLE)) {
                readers.addAll(brands.holding(scope.brand(), one.substring(ROLE.length())));
            } else {
                named.add(id(one));
            }
        }
        for (Contact person : contacts.of(named)) {
            if (person.communityId() == scope.communityId()
                    || !brands.rolesOf(scope.brand(), person.personId()).isEmpty()) {
                readers.add(person.personId());
            }
        }
        return readers;
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw DomainException.invalid("brands.no-person", text);
        }
    }

    private String text(BrandScope scope, Locale locale, Effect.Notify effect) {
        String text = brands.text(
                scope.brandId(), locale, effect.textKey(), effect.arguments().toArray());
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT - 1) + "…" : text;
    }

    private static String key(BrandScope scope, String key) {
        String whole = scope.brandId() + "/" + scope.communityId() + "/" + key;
        byte[] digest = Tokens.sha256(whole.getBytes(StandardCharsets.UTF_8));
        return "brand:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
