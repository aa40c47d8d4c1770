package org.linli.portal.brands.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.release.Release;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Texts;

/** Brands in the reader's words. */
@Named("brandWords")
@RequestScoped
public class BrandWords {
    private final Brands brands;
    private final Language language;
    private final Texts texts;

    @Inject
    public BrandWords(Brands brands, Language language, Texts texts) {
        this.brands = brands;
        this.language = language;
        this.texts = texts;
    }

    /** Name of the brand; its id when the portal has no release of it any more. */
    public String name(String brandId, @Nullable Release release) {
        if (release == null) {
            return brandId;
        }
        return language.isChinese()
                ? release.titles().nameZh()
                : release.titles().nameEn();
    }

    /** Name of the brand as its release says it; its id when there is none any more. */
    public String called(String brandId) {
        return brands.release(brandId).map(known -> text(brandId, known.name())).orElse(brandId);
    }

    /** What it is for. */
    public String summary(@Nullable Release release) {
        if (release == null) {
            return texts.of("brands.page.no-release");
        }
        return language.isChinese()
                ? release.titles().summaryZh()
                : release.titles().summaryEn();
    }

    /** A text of the brand itself. */
    public String text(String brandId, String key) {
        return brands.text(brandId, language.locale(), key);
    }

    /** What the brand may do once that need is approved: {@code members:name}, {@code points:500}. */
    public String need(String need) {
        List<String> parts = List.of(need.split(":", 2));
        return parts.get(0).equals("points") && parts.size() == 2
                ? texts.of("brands.need.points", Long.parseLong(parts.get(1)))
                : texts.of("brands.need." + need.replace(":", "."));
    }

    /** In plain words what that means for people. */
    public String needNote(String need) {
        return texts.of("brands.need." + (need.startsWith("points:") ? "points" : need.replace(":", ".")) + ".note");
    }

    /** Where numbers may lie; either bound may be empty. */
    String range(String minimum, String maximum) {
        if (minimum.isEmpty() || maximum.isEmpty()) {
            return minimum.isEmpty()
                    ? texts.of("brands.settings.at-most", maximum)
                    : texts.of("brands.settings.at-least", minimum);
        }
        return texts.of("brands.settings.range", minimum, maximum);
    }
}
