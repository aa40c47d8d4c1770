package org.linli.portal.shop.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.shop.RewardItem;
import org.linli.portal.shop.ShopQueries;

/** All goods of the shop that the caller keeps, retired ones too. */
@Named("goodsView")
@RequestScoped
public class GoodsView {
    /** Fewer pieces than this are worth a look. */
    private static final int LOW = 5;

    private final ShopQueries queries;
    private final Language language;
    private @Nullable String cursor;
    private List<RewardItem> items = List.of();
    private @Nullable String nextCursor;

    @Inject
    public GoodsView(ShopQueries queries, Language language) {
        this.queries = queries;
        this.language = language;
    }

    /** Reads what the page shows. */
    public void load() {
        Page<RewardItem> page = queries.items(queries.shop(), Window.of(cursor, 50));
        items = page.items();
        nextCursor = page.nextCursor();
    }

    public List<RewardItem> getItems() {
        return items;
    }

    public String name(RewardItem item) {
        return item.words().name(language.isChinese());
    }

    public boolean low(RewardItem item) {
        return item.active() && item.stock() < LOW;
    }

    /** Address of the goods that follow, empty at the end. */
    public String getNextHref() {
        return nextCursor == null ? "" : "?cursor=" + nextCursor;
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }
}
