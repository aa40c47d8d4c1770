package org.linli.portal.brands.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.plugin.Route.Response;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.call.CallFailed;
import org.linli.portal.brands.route.RouteDesk;
import org.linli.portal.brands.route.Target;
import org.linli.portal.people.MenuSource;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.web.Preferences;

/** What brands put on the home page: a few tiles, and cards with numbers for whom they are. */
@Named("brandHome")
@RequestScoped
public class BrandHome {
    private static final int MOST_TILES = 4;
    private static final int MOST_FOR_ELDERS = 6;
    private static final int MOST_CARDS = 4;

    private final BrandMenu menu;
    private final RouteDesk desk;
    private final Brands brands;
    private final Language language;
    private final Preferences preferences;
    private @Nullable List<Card> cards;

    @Inject
    public BrandHome(BrandMenu menu, RouteDesk desk, Brands brands, Language language, Preferences preferences) {
        this.menu = menu;
        this.desk = desk;
        this.brands = brands;
        this.language = language;
        this.preferences = preferences;
    }

    /** Numbers of a brand; none when it does not answer. */
    public record Card(String title, List<Part.Linked> stats) {}

    /** Big buttons beside that many others; in 长辈版 no more than six in all. */
    public List<MenuSource.Item> tiles(int others) {
        int room = preferences.isElder() ? Math.max(0, MOST_FOR_ELDERS - others) : MOST_TILES;
        List<MenuSource.Item> all = menu.items();
        return all.subList(0, Math.min(all.size(), Math.min(room, MOST_TILES)));
    }

    public List<Card> getCards() {
        if (cards == null) {
            List<BrandMenu.Open> open = new ArrayList<>();
            menu.each("card", open::add);
            cards = open.stream().limit(MOST_CARDS).map(this::card).toList();
        }
        return cards;
    }

    private Card card(BrandMenu.Open open) {
        String name = brands.text(
                open.brand().brandId(), language.locale(), open.descriptor().name());
        Target target = new Target(
                open.brand().brandId(),
                open.brand().communityId(),
                "card",
                open.entry().path(),
                Data.EMPTY);
        try {
            return desk.get(target).response() instanceof Response.Show show
                    ? card(open, show.page())
                    : new Card(name, List.of());
        } catch (CallFailed | DomainException e) {
            return new Card(name, List.of());
        }
    }

    private static Card card(BrandMenu.Open open, Page page) {
        List<Part.Linked> stats = page.widgets().stream()
                .filter(Widget.Stats.class::isInstance)
                .flatMap(widget -> ((Widget.Stats) widget).stats().stream())
                .map(stat -> new Part.Linked(stat, PartBuilder.href(open.brand(), stat.link())))
                .toList();
        return new Card(page.title(), stats);
    }
}
