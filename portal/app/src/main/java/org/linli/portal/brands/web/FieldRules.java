package org.linli.portal.brands.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Kind;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Messages;

/** What the core itself asks of inputs, before a brand sees them. */
@ApplicationScoped
public class FieldRules {
    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_IN_LONG_TEXT = 4_000;
    private static final Set<String> LINE = Set.of("ok", "bad", "na");

    private final FormParts parts;
    private final Messages messages;
    private final Language language;

    @Inject
    public FieldRules(FormParts parts, Messages messages, Language language) {
        this.parts = parts;
        this.messages = messages;
        this.language = language;
    }

    List<Problem> check(BrandRef brand, Widget.Form form, Data values) {
        List<Problem> problems = new ArrayList<>();
        for (Widget.Field field : form.fields()) {
            String wrong = wrong(brand, field, values);
            if (!wrong.isEmpty()) {
                Object[] arguments =
                        wrong.equals("platform.problem.field-too-long") ? new Object[] {most(field)} : new Object[0];
                problems.add(new Problem(field.name(), messages.text(language.locale(), wrong, arguments)));
            }
        }
        return problems;
    }

    /** Key of the text that says what is wrong; empty for nothing. */
    private String wrong(BrandRef brand, Widget.Field field, Data values) {
        if (field.kind() == Kind.CHECKLIST) {
            return checklist(field, values);
        }
        boolean typed = field.kind() == Kind.SIGNATURE && values.has(field.name() + ".typed");
        if (!values.has(field.name())) {
            return field.required() && !typed ? "platform.problem.field-required" : "";
        }
        String text = values.text(field.name());
        return switch (field.kind()) {
            case NUMBER -> isNumber(text) ? "" : "brands.problem.field-number";
            case DATE -> isDate(text) ? "" : "brands.problem.field-date";
            case DATE_TIME -> isDateTime(text) ? "" : "brands.problem.field-date";
            case CHOICE, CHOICES, UNIT, MEMBER ->
                known(brand, field).containsAll(values.texts(field.name())) ? "" : "brands.problem.field-choice";
            case TEXT, LONG_TEXT -> text.length() <= most(field) ? "" : "platform.problem.field-too-long";
            case PHOTOS, SIGNATURE, CHECKLIST -> "";
        };
    }

    private static String checklist(Widget.Field field, Data values) {
        for (Widget.Field.Choice line : field.choices()) {
            String key = field.name() + "." + line.value();
            if (!values.has(key) && field.required()) {
                return "brands.problem.field-checklist";
            }
            if (values.has(key) && !LINE.contains(values.text(key))) {
                return "brands.problem.field-choice";
            }
            if (values.text(key + ".note").length() > MOST_CHARACTERS) {
                return "brands.problem.field-note";
            }
        }
        return "";
    }

    private static int most(Widget.Field field) {
        return field.kind() == Kind.LONG_TEXT ? MOST_IN_LONG_TEXT : MOST_CHARACTERS;
    }

    private Set<String> known(BrandRef brand, Widget.Field field) {
        return parts.choices(brand, field).stream()
                .map(Widget.Field.Choice::value)
                .collect(Collectors.toSet());
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isDateTime(String text) {
        try {
            return LocalDateTime.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
