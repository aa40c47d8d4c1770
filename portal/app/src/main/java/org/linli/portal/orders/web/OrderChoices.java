package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.orders.Catalogue;
import org.linli.portal.orders.CatalogueItem;
import org.linli.portal.platform.i18n.Language;

/** What there is to choose from when ordering: services, places, days. */
@Named
@RequestScoped
public class OrderChoices {
    private final Catalogue catalogue;
    private final OrgTree tree;
    private final OrderWords words;
    private final Language language;
    private final Map<Long, List<CatalogueItem>> offered = new HashMap<>();

    @Inject
    public OrderChoices(Catalogue catalogue, OrgTree tree, OrderWords words, Language language) {
        this.catalogue = catalogue;
        this.tree = tree;
        this.words = words;
        this.language = language;
    }

    /** A place with its name as people say it. */
    public record Place(long id, String name) {}

    /** Categories in which that community offers something, in their order. */
    public List<CatalogueItem.Named> categories(long communityId) {
        Set<String> used =
                all(communityId).stream().map(CatalogueItem::categoryCode).collect(Collectors.toSet());
        return catalogue.categories().stream()
                .filter(category -> used.contains(category.code()))
                .toList();
    }

    /** What that community offers of a category. */
    public List<CatalogueItem> items(long communityId, @Nullable String category) {
        return all(communityId).stream()
                .filter(item -> item.categoryCode().equals(category))
                .toList();
    }

    public CatalogueItem item(long itemId) {
        return catalogue.item(itemId);
    }

    /** Name of a service or a category in the reader's language. */
    public String name(CatalogueItem item) {
        return words.name(item.name(), item.nameEn());
    }

    public String name(CatalogueItem.Named named) {
        return words.name(named.nameZh(), named.nameEn());
    }

    /** Grids and buildings of the community; the home first when it lies deeper. */
    public List<Place> places(long communityId, @Nullable Long homeUnitId) {
        Map<Long, Place> places = new LinkedHashMap<>();
        if (homeUnitId != null) {
            tree.find(homeUnitId).ifPresent(home -> places.put(home.id(), new Place(home.id(), home.name())));
        }
        List<OrgUnitView> units = new ArrayList<>(tree.inCommunity(communityId, OrgLevel.GRID));
        units.addAll(tree.inCommunity(communityId, OrgLevel.BUILDING));
        units.sort((a, b) -> a.path().compareTo(b.path()));
        units.forEach(unit -> places.putIfAbsent(unit.id(), new Place(unit.id(), unit.name())));
        return List.copyOf(places.values());
    }

    /** Name of the place. */
    public String placeName(@Nullable Long unitId) {
        return unitId == null ? "" : tree.find(unitId).map(OrgUnitView::name).orElse("");
    }

    /** {@code 今天（周六）}, {@code 明天（周日）}, {@code 11月24日（周一）}. */
    public String day(LocalDate date, LocalDate today) {
        String weekday = DateTimeFormatter.ofPattern("EEE", language.locale()).format(date);
        long ahead = date.toEpochDay() - today.toEpochDay();
        String name = ahead <= 2
                ? words.say("day." + ahead)
                : DateTimeFormatter.ofPattern(language.isChinese() ? "M月d日" : "d MMM", language.locale())
                        .format(date);
        return words.say("day", name, weekday);
    }

    private List<CatalogueItem> all(long communityId) {
        return offered.computeIfAbsent(communityId, catalogue::items);
    }
}
