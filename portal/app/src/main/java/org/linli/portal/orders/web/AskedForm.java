package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Choice;
import org.linli.portal.brands.BrandForms;
import org.linli.portal.brands.BrandForms.Sent;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Descriptor.Field;
import org.linli.portal.orders.ItemFields;
import org.linli.portal.orders.ItemFields.Asked;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.problem.DomainException;

/** What the brand of the chosen service asks for, on the way to an order. What was typed stays in the draft, right or wrong. */
@Named
@RequestScoped
public class AskedForm {
    private final ItemFields items;
    private final BrandForms forms;
    private final BrandRefusal refusal;
    private final OrderWords words;
    private final Language language;
    private @Nullable Sent sent;

    @Inject
    public AskedForm(ItemFields items, BrandForms forms, BrandRefusal refusal, OrderWords words, Language language) {
        this.items = items;
        this.forms = forms;
        this.refusal = refusal;
        this.words = words;
        this.language = language;
    }

    /** Something that was answered, for the summary. */
    public record Answer(String label, String value) {}

    private @Nullable Asked asked(OrderDraft draft) {
        return items.of(draft.getItemId())
                .filter(asked -> !asked.fields().isEmpty())
                .orElse(null);
    }

    /** Whether there is anything to ask. */
    boolean isNeeded(OrderDraft draft) {
        return asked(draft) != null;
    }

    /** The inputs, with what was typed and what is wrong with it. */
    public List<?> inputs(OrderDraft draft) {
        Asked asked = asked(draft);
        if (asked == null) {
            return List.of();
        }
        Sent shown = sent == null ? new Sent(draft.typed(), List.of()) : sent;
        return forms.inputs(asked.brand(), widgets(asked), shown);
    }

    /** What is wrong and belongs to no input. */
    public List<String> complaints(OrderDraft draft) {
        List<String> names = names(asked(draft));
        return sent == null
                ? List.of()
                : sent.problems().stream()
                        .filter(problem -> !names.contains(problem.field()))
                        .map(Problem::text)
                        .toList();
    }

    private static List<String> names(@Nullable Asked asked) {
        return asked == null
                ? List.of()
                : asked.fields().stream().map(Field::name).toList();
    }

    /** Keeps what was typed, without judging it. */
    void keep(OrderDraft draft) {
        Asked asked = asked(draft);
        if (asked != null) {
            sent = forms.read(asked.brand(), widgets(asked));
            draft.type(sent.values());
        }
    }

    /** Keeps what was typed. Whether it is as the brand wants it. */
    boolean accepts(OrderDraft draft) {
        keep(draft);
        Sent typed = sent;
        if (typed == null || !typed.problems().isEmpty()) {
            return typed == null;
        }
        try {
            items.require(draft.getItemId(), values(draft));
            return true;
        } catch (DomainException e) {
            sent = new Sent(typed.values(), refusal.told(e));
            return false;
        }
    }

    /** What was answered, as the order carries it. */
    Data values(OrderDraft draft) {
        Asked asked = asked(draft);
        return asked == null ? Data.EMPTY : AskedValues.fields(asked.fields(), draft.typed());
    }

    /** Answers of a past order. */
    void fill(OrderDraft draft, Data fields) {
        Asked asked = asked(draft);
        if (asked != null) {
            draft.type(AskedValues.typed(asked.fields(), fields));
        }
    }

    /** What was answered, in words. */
    public List<Answer> answers(OrderDraft draft) {
        Asked asked = asked(draft);
        return asked == null
                ? List.of()
                : asked.fields().stream()
                        .filter(field -> draft.typed().has(field.name()))
                        .map(field -> new Answer(
                                text(asked.brand(), field.label()), said(asked.brand(), field, draft.typed())))
                        .toList();
    }

    private String said(BrandRef brand, Field field, Data typed) {
        if (field.type().equals("photos")) {
            return words.say("order.photos", typed.texts(field.name()).size());
        }
        String value = typed.text(field.name());
        return choices(brand, field).stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }

    private List<Widget.Field> widgets(Asked asked) {
        return asked.fields().stream()
                .map(field -> widget(asked.brand(), field))
                .toList();
    }

    private Widget.Field widget(BrandRef brand, Field field) {
        String hint = field.hint() != null
                ? text(brand, field.hint())
                : field.type().equals("array") ? words.say("order.lines") : "";
        return new Widget.Field(
                field.name(),
                text(brand, field.label()),
                hint,
                AskedValues.kind(field),
                field.required(),
                null,
                choices(brand, field));
    }

    private List<Choice> choices(BrandRef brand, Field field) {
        if (field.type().equals("boolean")) {
            return List.of(new Choice("true", words.say("order.yes")), new Choice("false", words.say("order.no")));
        }
        return field.choices().entrySet().stream()
                .map(choice -> new Choice(choice.getKey(), text(brand, choice.getValue())))
                .toList();
    }

    private String text(BrandRef brand, String key) {
        return items.text(brand, language.locale(), key);
    }
}
