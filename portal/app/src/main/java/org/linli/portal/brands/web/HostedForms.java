package org.linli.portal.brands.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Choice;
import org.linli.portal.brands.BrandForms;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.i18n.Language;

/** Lends the inputs of brands to the pages of other features. */
@ApplicationScoped
public class HostedForms implements BrandForms {
    /** Apart from the forms of a brand's own page, which are numbered from 0. */
    private static final int LENT = 1000;

    private final FormParts parts;
    private final FormReader reader;
    private final Brands brands;
    private final Language language;
    private final HttpServletRequest request;

    @Inject
    public HostedForms(
            FormParts parts, FormReader reader, Brands brands, Language language, HttpServletRequest request) {
        this.parts = parts;
        this.reader = reader;
        this.brands = brands;
        this.language = language;
        this.request = request;
    }

    @Override
    public List<Widget.Field> fields(BrandRef brand, List<Descriptor.Input> inputs) {
        return inputs.stream().map(input -> field(brand, input)).toList();
    }

    private Widget.Field field(BrandRef brand, Descriptor.Input input) {
        List<Choice> choices = input.choices().entrySet().stream()
                .map(choice -> new Choice(choice.getKey(), text(brand, choice.getValue())))
                .toList();
        Widget.Field.Kind kind = Widget.Field.Kind.valueOf(input.kind());
        return new Widget.Field(input.name(), text(brand, input.label()), "", kind, input.required(), null, choices);
    }

    private String text(BrandRef brand, String key) {
        return brands.text(brand.brandId(), language.locale(), key);
    }

    @Override
    public List<?> inputs(BrandRef brand, List<Widget.Field> fields, @Nullable Sent sent) {
        Typed typed = sent == null ? null : new Typed(LENT, sent.values(), sent.problems());
        return parts.form(brand, form(fields), LENT, typed).fields();
    }

    @Override
    public Sent read(BrandRef brand, List<Widget.Field> fields) {
        Typed typed = reader.read(request, brand, form(fields), LENT);
        return new Sent(typed.values(), typed.problems());
    }

    private static Widget.Form form(List<Widget.Field> fields) {
        return new Widget.Form("", false, Map.of(), fields);
    }
}
