package org.linli.portal.brands.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.portal.brands.BrandFiles;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.call.BrandPaths;
import org.linli.portal.brands.document.Documents;
import org.linli.portal.brands.web.Part.Linked;
import org.linli.portal.brands.web.Part.Picture;
import org.linli.portal.people.Caller;

/** Makes parts that can be drawn out of a page of a brand. */
@ApplicationScoped
public class PartBuilder {
    private static final String ORDER = "order:";
    private static final String RECORD = "record:";

    private final BrandFiles files;
    private final Documents documents;
    private final FormParts forms;
    private final MapParts maps;
    private final Caller caller;

    @Inject
    public PartBuilder(BrandFiles files, Documents documents, FormParts forms, MapParts maps, Caller caller) {
        this.files = files;
        this.documents = documents;
        this.forms = forms;
        this.maps = maps;
        this.caller = caller;
    }

    List<Part> build(BrandRef brand, Page page, @Nullable Typed typed) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < page.widgets().size(); i++) {
            Widget widget = page.widgets().get(i);
            parts.add(new Part(
                    widget.getClass().getSimpleName(),
                    i,
                    widget,
                    model(brand, widget, i, typed == null || typed.form() != i ? null : typed)));
        }
        return List.copyOf(parts);
    }

    private @Nullable Object model(BrandRef brand, Widget widget, int index, @Nullable Typed typed) {
        if (widget instanceof Widget.Form form) {
            return forms.form(brand, form, index, typed);
        }
        if (widget instanceof Widget.Chart chart) {
            return ChartParts.chart(chart);
        }
        if (widget instanceof Widget.UnitMap map) {
            return maps.map(brand, map);
        }
        if (widget instanceof Widget.Cards cards) {
            return linked(brand, cards.cards(), Widget.Cards.Card::link);
        }
        if (widget instanceof Widget.Stats stats) {
            return linked(brand, stats.stats(), Widget.Stats.Stat::link);
        }
        if (widget instanceof Widget.Table table) {
            return linked(brand, table.rows(), Widget.Table.Row::link);
        }
        if (widget instanceof Widget.Links links) {
            return linked(brand, links.links(), Widget.Links.Link::page);
        }
        if (widget instanceof Widget.Photos photos) {
            return pictures(photos.uploads());
        }
        if (widget instanceof Widget.Download download) {
            return download(brand, download).orElse("");
        }
        return null;
    }

    private static <T> Part.Links linked(BrandRef brand, List<T> items, java.util.function.Function<T, String> link) {
        return new Part.Links(items.stream()
                .map(item -> new Linked(item, href(brand, link.apply(item))))
                .toList());
    }

    /** Where a link of a brand leads: to one of its own pages or to an order, nowhere else. */
    static String href(BrandRef brand, String link) {
        return link.startsWith(ORDER)
                ? "/order-detail.xhtml?id=" + digits(link.substring(ORDER.length()))
                : BrandPaths.page(brand, link);
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    List<Picture> pictures(List<String> uploads) {
        return uploads.stream()
                .map(PartBuilder::digits)
                .filter(id -> !id.isEmpty() && id.length() < 20)
                .map(id -> new Picture(id, files.photo(Long.parseLong(id), caller.personId())))
                .toList();
    }

    private Optional<String> download(BrandRef brand, Widget.Download download) {
        if (!download.page().startsWith(RECORD)) {
            return Optional.of(BrandPaths.page(brand, download.page()));
        }
        String record = download.page().substring(RECORD.length());
        int slash = record.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : documents
                        .find(brand, record.substring(0, slash), record.substring(slash + 1))
                        .map(id -> files.document(id, caller.personId()));
    }
}
