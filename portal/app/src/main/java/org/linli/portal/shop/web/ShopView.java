package org.linli.portal.shop.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Texts;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.shop.RedeemCommand;
import org.linli.portal.shop.RedeemOnce;
import org.linli.portal.shop.RewardItem;
import org.linli.portal.shop.ShopQueries;

/** The shelf: what there is, what one can afford, redeemed in two taps. */
@Named("shopView")
@ViewScoped
public class ShopView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ShopQueries queries;

    @Inject
    private transient RedeemOnce redeeming;

    @Inject
    private transient Language language;

    @Inject
    private transient Texts texts;

    @Inject
    private transient PageMessages messages;

    private List<RewardItem> items = new ArrayList<>();
    private long balance;

    /** One redemption for each item on this page, however often the button is pressed. */
    private final Map<Long, Long> redemptionIds = new ConcurrentHashMap<>();

    @PostConstruct
    void begin() {
        items = new ArrayList<>(queries.onSale());
        balance = queries.affordable();
    }

    /** Redeems one piece and shows its code. */
    public String redeem(RewardItem item) {
        long redemptionId = redemptionIds.computeIfAbsent(item.id(), id -> Ids.next());
        try {
            redeeming.redeem(new RedeemCommand(redemptionId, item.id(), 1, item.price()));
        } catch (RuntimeException e) { // whatever refused it, the prices are read anew
            begin();
            throw e;
        }
        messages.done("shop.redeemed", name(item));
        return "/redemptions.xhtml?faces-redirect=true";
    }

    /** What is asked before. */
    public String question(RewardItem item) {
        return texts.of(
                "shop.redeem.question",
                name(item),
                Points.format(item.price()),
                Points.format(balance),
                Points.format(balance - item.price()));
    }

    public String name(RewardItem item) {
        return item.words().name(language.isChinese());
    }

    public boolean affordable(RewardItem item) {
        return item.price() <= balance;
    }

    /** Hundredths of a point that are missing. */
    public long missing(RewardItem item) {
        return item.price() - balance;
    }

    public List<RewardItem> getItems() {
        return items;
    }

    /** Hundredths of a point that may be spent. */
    public long getBalance() {
        return balance;
    }
}
