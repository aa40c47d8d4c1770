package org.linli.portal.shop.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.shop.Redemption;
import org.linli.portal.shop.RedemptionStatus;
import org.linli.portal.shop.ShopDesk;
import org.linli.portal.shop.ShopQueries;

/** My redemptions: codes of those that wait, and what was. */
@Named("redemptionsView")
@ViewScoped
public class RedemptionsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ShopQueries queries;

    @Inject
    private transient ShopDesk desk;

    @Inject
    private transient Language language;

    @Inject
    private transient PageMessages messages;

    private List<Redemption> all = new ArrayList<>();
    private @Nullable String nextCursor;

    @PostConstruct
    void begin() {
        all = new ArrayList<>();
        load(null);
    }

    /** Shows older ones too. */
    public void more() {
        load(nextCursor);
    }

    /** Does without it. */
    public void cancel(Redemption redemption) {
        try {
            Redemption cancelled = desk.cancel(redemption.id());
            messages.done("shop.cancelled", name(cancelled), Points.format(cancelled.total()));
        } finally {
            begin();
        }
    }

    public List<Redemption> getWaiting() {
        return all.stream().filter(r -> r.status() == RedemptionStatus.RESERVED).toList();
    }

    public List<Redemption> getOver() {
        return all.stream().filter(r -> r.status() != RedemptionStatus.RESERVED).toList();
    }

    /** Name and pieces. */
    public String name(Redemption redemption) {
        String name = redemption.goods().words().name(language.isChinese());
        return redemption.goods().quantity() == 1
                ? name
                : name + " × " + redemption.goods().quantity();
    }

    /** Tone of the badge. */
    public String tone(Redemption redemption) {
        return redemption.status() == RedemptionStatus.PICKED_UP ? "success" : "neutral";
    }

    public boolean isMore() {
        return nextCursor != null;
    }

    private void load(@Nullable String cursor) {
        Page<Redemption> page = queries.mine(Window.of(cursor, null));
        all.addAll(page.items());
        nextCursor = page.nextCursor();
    }
}
