package org.linli.portal.brands.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Choice;
import org.linli.plugin.page.Widget.Field.Kind;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.people.Contacts;

/** Makes inputs out of the fields of a form, with what was typed before. */
@ApplicationScoped
public class FormParts {
    private final OrgTree tree;
    private final Brands brands;
    private final Contacts contacts;
    private final Instance<PartBuilder> builder;

    @Inject
    public FormParts(OrgTree tree, Brands brands, Contacts contacts, Instance<PartBuilder> builder) {
        this.tree = tree;
        this.brands = brands;
        this.contacts = contacts;
        this.builder = builder;
    }

    Part.Form form(BrandRef brand, Widget.Form form, int index, @Nullable Typed typed) {
        List<Part.Field> fields = new ArrayList<>();
        for (Widget.Field field : form.fields()) {
            fields.add(field(brand, field, index, typed));
        }
        Set<String> names = form.fields().stream().map(Widget.Field::name).collect(Collectors.toSet());
        List<String> general = typed == null
                ? List.of()
                : typed.problems().stream()
                        .filter(problem -> names.stream()
                                .noneMatch(name -> problem.field().equals(name)
                                        || problem.field().startsWith(name + ".")))
                        .map(Problem::text)
                        .toList();
        boolean files =
                form.fields().stream().anyMatch(field -> field.kind() == Kind.PHOTOS || field.kind() == Kind.CHECKLIST);
        return new Part.Form(index, files, List.copyOf(fields), general);
    }

    /** Id in the page of the input with that name. */
    static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9-]", "-");
    }

    private Part.Field field(BrandRef brand, Widget.Field field, int index, @Nullable Typed typed) {
        String name = FormReader.name(index, field.name());
        String id = id(name);
        String initial = field.value() == null ? "" : field.value();
        Data values = typed == null ? initial(field, initial) : typed.values();
        List<Part.Choice> choices = new ArrayList<>();
        for (Choice choice : choices(brand, field)) {
            choices.add(choice(field, id, choice, values));
        }
        boolean pictures = field.kind() == Kind.PHOTOS || field.kind() == Kind.SIGNATURE;
        return new Part.Field(
                id,
                name,
                field.kind().name(),
                field,
                values.text(field.kind() == Kind.SIGNATURE ? field.name() + ".typed" : field.name()),
                typed == null ? "" : typed.error(field.name()),
                List.copyOf(choices),
                pictures ? builder.get().pictures(values.texts(field.name())) : List.of());
    }

    private static Data initial(Widget.Field field, String value) {
        List<String> several = value.isEmpty() ? List.of() : Arrays.asList(value.split(","));
        return switch (field.kind()) {
            case CHOICES, PHOTOS, SIGNATURE -> Data.of(field.name(), several);
            case CHECKLIST -> {
                Map<String, String> lines = new HashMap<>();
                for (String line : several) {
                    int mark = line.indexOf('=');
                    if (mark > 0) {
                        lines.put(field.name() + "." + line.substring(0, mark), line.substring(mark + 1));
                    }
                }
                yield Data.of(lines);
            }
            default -> Data.of(field.name(), value);
        };
    }

    private Part.Choice choice(Widget.Field field, String id, Choice choice, Data values) {
        String own = id + "-" + choice.value().replaceAll("[^A-Za-z0-9-]", "-");
        if (field.kind() == Kind.CHECKLIST) {
            String key = field.name() + "." + choice.value();
            return new Part.Choice(
                    own,
                    choice.value(),
                    choice.label(),
                    values.text(key),
                    values.text(key + ".note"),
                    builder.get().pictures(values.texts(key + ".photos")));
        }
        boolean chosen = values.texts(field.name()).contains(choice.value());
        return new Part.Choice(own, choice.value(), choice.label(), chosen ? "on" : "", "", List.of());
    }

    /** The choices of the field, or what the core knows for it. */
    List<Choice> choices(BrandRef brand, Widget.Field field) {
        if (!field.choices().isEmpty()) {
            return field.choices();
        }
        return switch (field.kind()) {
            case UNIT -> units(brand);
            case MEMBER -> members(brand);
            default -> List.of();
        };
    }

    private List<Choice> units(BrandRef brand) {
        Map<Long, List<Choice>> buildings = new LinkedHashMap<>();
        tree.inCommunity(brand.communityId(), OrgLevel.BUILDING).forEach(unit -> buildings
                .computeIfAbsent(unit.parentId() == null ? 0L : unit.parentId(), id -> new ArrayList<>())
                .add(new Choice(Long.toString(unit.id()), "　" + unit.name())));
        List<Choice> all = new ArrayList<>();
        tree.inCommunity(brand.communityId(), OrgLevel.GRID).forEach(grid -> {
            all.add(new Choice(Long.toString(grid.id()), grid.name()));
            List<Choice> below = buildings.remove(grid.id());
            all.addAll(below == null ? List.of() : below);
        });
        buildings.values().forEach(all::addAll);
        return all;
    }

    private List<Choice> members(BrandRef brand) {
        Set<Long> people = brands.active(brand).map(Descriptor::roles).orElse(List.of()).stream()
                .flatMap(role -> brands.holding(brand, role.code()).stream())
                .collect(Collectors.toSet());
        return contacts.of(people).stream()
                .map(person -> new Choice(Long.toString(person.personId()), person.name()))
                .toList();
    }
}
