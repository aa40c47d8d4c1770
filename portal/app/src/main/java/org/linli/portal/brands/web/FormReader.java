package org.linli.portal.brands.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.page.Widget;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.upload.Uploads;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.image.CleanImage;
import org.linli.portal.platform.problem.DomainException;

/** Reads what was put into a form: only its own fields, photos kept first so that none is lost when something is wrong. */
@ApplicationScoped
public class FormReader {
    private static final int MOST_PHOTOS = 6;
    private static final String PNG = "data:image/png;base64,";

    private final Uploads uploads;
    private final Caller caller;
    private final FieldRules rules;
    private final Messages messages;
    private final Language language;

    @Inject
    public FormReader(Uploads uploads, Caller caller, FieldRules rules, Messages messages, Language language) {
        this.uploads = uploads;
        this.caller = caller;
        this.rules = rules;
        this.messages = messages;
        this.language = language;
    }

    /** Name of an input in the request. */
    static String name(int form, String field) {
        return "b" + form + "." + field;
    }

    Typed read(HttpServletRequest request, BrandRef brand, Widget.Form form, int index) {
        Map<String, Object> values = new LinkedHashMap<>(form.hidden());
        List<Problem> problems = new ArrayList<>();
        for (Widget.Field field : form.fields()) {
            switch (field.kind()) {
                case CHECKLIST -> checklist(new Source(request, brand, index), field, values, problems);
                case PHOTOS -> photos(new Source(request, brand, index), field.name(), values, problems);
                case SIGNATURE -> signature(new Source(request, brand, index), field, values, problems);
                case CHOICES -> values.put(field.name(), texts(request, name(index, field.name())));
                default -> values.put(field.name(), text(request, name(index, field.name())));
            }
        }
        values.values().removeIf(value -> value.equals("") || value.equals(List.of()));
        Data data = Data.of(values);
        problems.addAll(rules.check(brand, form, data));
        return new Typed(index, data, List.copyOf(problems));
    }

    private record Source(HttpServletRequest request, BrandRef brand, int form) {}

    private void checklist(Source source, Widget.Field field, Map<String, Object> values, List<Problem> problems) {
        for (Widget.Field.Choice line : field.choices()) {
            String key = field.name() + "." + line.value();
            values.put(key, text(source.request(), name(source.form(), key)));
            values.put(key + ".note", text(source.request(), name(source.form(), key + ".note")));
            photos(source, key + ".photos", values, problems);
        }
    }

    private void photos(Source source, String key, Map<String, Object> values, List<Problem> problems) {
        String name = name(source.form(), key);
        List<String> ids = new ArrayList<>();
        for (String kept : texts(source.request(), name + ".kept")) {
            if (kept.matches("[0-9]{1,19}") && uploads.isOf(source.brand(), Long.parseLong(kept))) {
                ids.add(kept);
            }
        }
        try {
            for (byte[] picture : pictures(source.request(), name)) {
                if (ids.size() < MOST_PHOTOS) {
                    ids.add(Long.toString(uploads.add(source.brand(), caller.personId(), picture)));
                }
            }
        } catch (DomainException e) {
            problems.add(new Problem(
                    key,
                    messages.text(language.locale(), e.textKey(), e.arguments().toArray())));
        }
        values.put(key, List.copyOf(ids));
    }

    private void signature(Source source, Widget.Field field, Map<String, Object> values, List<Problem> problems) {
        String name = name(source.form(), field.name());
        values.put(field.name() + ".typed", text(source.request(), name + ".typed"));
        String drawn = text(source.request(), name + ".drawn");
        if (!drawn.startsWith(PNG)) {
            photos(source, field.name(), values, problems);
            Object kept = values.get(field.name());
            values.put(
                    field.name(), kept instanceof List<?> list && !list.isEmpty() ? String.valueOf(list.get(0)) : "");
            return;
        }
        try {
            byte[] png = Base64.getDecoder().decode(drawn.substring(PNG.length()));
            values.put(field.name(), Long.toString(uploads.add(source.brand(), caller.personId(), png)));
        } catch (IllegalArgumentException | DomainException e) {
            problems.add(new Problem(
                    field.name(),
                    messages.text(
                            language.locale(),
                            "platform.problem.photo-not-an-image",
                            CleanImage.MAX_BYTES / 1024 / 1024)));
        }
    }

    private static List<byte[]> pictures(HttpServletRequest request, String name) {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            return List.of();
        }
        List<byte[]> pictures = new ArrayList<>();
        try {
            for (jakarta.servlet.http.Part part : request.getParts()) {
                // PrimeFaces' Ajax sends files under the input's id
                boolean wanted = part.getName().equals(name) || part.getName().equals(FormParts.id(name));
                if (wanted && part.getSize() > 0) {
                    try (InputStream in = part.getInputStream()) {
                        pictures.add(in.readNBytes(CleanImage.MAX_BYTES + 1));
                    }
                }
            }
        } catch (IOException | ServletException e) {
            throw DomainException.invalid("platform.photo-not-an-image", CleanImage.MAX_BYTES / 1024 / 1024);
        }
        return pictures;
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static List<String> texts(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values).map(String::strip).toList();
    }
}
