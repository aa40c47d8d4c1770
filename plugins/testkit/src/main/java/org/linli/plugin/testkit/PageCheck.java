package org.linli.plugin.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;

/** Whether a page can be drawn and walked by whoever got it. */
final class PageCheck {
    private static final Set<Widget.Field.Kind> CHOOSING = Set.of(
            Widget.Field.Kind.CHOICE, Widget.Field.Kind.CHOICES, Widget.Field.Kind.CHECKLIST, Widget.Field.Kind.MEMBER);
    private final BrandDescriptor descriptor;
    private final Predicate<BrandDescriptor.Entry> mayOpen;
    private final List<String> problems = new ArrayList<>();

    private PageCheck(BrandDescriptor descriptor, Predicate<BrandDescriptor.Entry> mayOpen) {
        this.descriptor = descriptor;
        this.mayOpen = mayOpen;
    }

    /** What is wrong with it: texts that are missing, links to nowhere or to what this person may not open, broken tables. */
    static List<String> problems(BrandDescriptor descriptor, Page page, Predicate<BrandDescriptor.Entry> mayOpen) {
        PageCheck check = new PageCheck(descriptor, mayOpen);
        check.text("title", page.title());
        check.link(page.back());
        page.widgets().forEach(check::widget);
        return check.problems;
    }

    /** The page that a link leads to. */
    static Optional<BrandDescriptor.Entry> target(BrandDescriptor descriptor, String link) {
        String path = link.replaceFirst("\\?.*", "").replaceFirst("/$", "");
        return descriptor.route("page", path);
    }

    private void widget(Widget widget) {
        if (widget instanceof Widget.Heading heading) {
            text("heading", heading.text());
        } else if (widget instanceof Widget.Text text) {
            text("text", text.text());
        } else if (widget instanceof Widget.Stats stats) {
            stats.stats().forEach(s -> {
                text("stat", s.label());
                text(s.label(), s.value());
                link(s.link());
            });
        } else if (widget instanceof Widget.Facts facts) {
            facts.facts().forEach(f -> text("fact", f.label()));
        } else if (widget instanceof Widget.Cards cards) {
            text("empty cards", cards.empty());
            cards.cards().forEach(c -> {
                text("card", c.title());
                link(c.link());
            });
        } else if (widget instanceof Widget.Table table) {
            table(table);
        } else if (widget instanceof Widget.Timeline timeline) {
            timeline.events().forEach(e -> text("event", e.title()));
        } else if (widget instanceof Widget.Chart chart) {
            text("chart", chart.title());
            chart.series().forEach((name, values) -> {
                if (values.size() != chart.labels().size()) {
                    problems.add("series " + name + " has " + values.size() + " values for "
                            + chart.labels().size() + " labels");
                }
            });
        } else if (widget instanceof Widget.UnitMap map) {
            text("map", map.title());
            link(map.link().isEmpty() ? "" : map.link() + "1");
        } else if (widget instanceof Widget.Photos photos) {
            text("photos", photos.alt());
        } else if (widget instanceof Widget.Links links) {
            links.links().forEach(l -> {
                text("link", l.label());
                link(l.page());
            });
        } else if (widget instanceof Widget.Download download) {
            text("download", download.label());
            if (!download.page().startsWith("record:")) {
                link(download.page());
            }
        } else if (widget instanceof Widget.Form form) {
            form(form);
        }
    }

    private void table(Widget.Table table) {
        text("caption", table.caption());
        text("empty table", table.empty());
        table.rows().forEach(row -> {
            if (row.cells().size() != table.heads().size()) {
                problems.add("a row has " + row.cells().size() + " cells for "
                        + table.heads().size() + " heads: " + row.cells());
            }
            link(row.link());
        });
    }

    private void form(Widget.Form form) {
        text("submit", form.submit());
        Set<String> names = new HashSet<>(form.hidden().keySet());
        for (Widget.Field field : form.fields()) {
            text(field.name(), field.label());
            if (!names.add(field.name()) || !field.name().matches("[A-Za-z][A-Za-z0-9_-]*")) {
                problems.add("bad or repeated field name " + field.name());
            }
            if (CHOOSING.contains(field.kind()) && field.choices().isEmpty()) {
                problems.add("nothing to choose for " + field.name());
            }
            field.choices().forEach(c -> text(field.name() + "." + c.value(), c.label()));
        }
    }

    private void text(String what, String text) {
        if (text.isBlank()) {
            problems.add("no text: " + what);
        }
        if (text.contains("{0}") || text.matches("[a-z]+(\\.[a-z]+)+")) {
            problems.add("not a text: " + text);
        }
    }

    private void link(String link) {
        if (link.isEmpty() || link.startsWith("order:")) {
            return;
        }
        Optional<BrandDescriptor.Entry> target = target(descriptor, link);
        if (target.isEmpty()) {
            problems.add("a link leads nowhere: " + link);
        } else if (!mayOpen.test(target.get())) {
            problems.add("a link leads to what this person may not open: " + link);
        }
    }
}
