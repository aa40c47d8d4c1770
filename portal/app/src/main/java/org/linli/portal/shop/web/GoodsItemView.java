package org.linli.portal.shop.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.shop.GoodsDesk;
import org.linli.portal.shop.ItemCommand;
import org.linli.portal.shop.RewardItem;
import org.linli.portal.shop.ShopQueries;
import org.linli.portal.shop.StockMovement;

/** One item: names, price, on sale or not; deliveries, corrections and where every piece went. */
@Named("goodsItemView")
@ViewScoped
public class GoodsItemView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ShopQueries queries;

    @Inject
    private transient GoodsDesk desk;

    @Inject
    private transient PageMessages messages;

    /** The same until the page is left: a double click counts once. */
    private final long changeId = Ids.next();

    private @Nullable String id;
    private long version;
    private int stock;
    private GoodsForm form = new GoodsForm();
    private @Nullable Integer delivered;
    private @Nullable Integer difference;
    private @Nullable String note;

    /** Reads the item, or begins a new one when no id is given. */
    public void load() {
        if (isNew()) {
            queries.shop();
            return;
        }
        RewardItem item = queries.item(Id.ofPath(String.valueOf(id)));
        version = item.version();
        stock = item.stock();
        form = GoodsForm.of(item);
    }

    /** Keeps what was typed. */
    public String save() {
        Points price =
                Points.parse(form.getPrice()).orElseThrow(() -> DomainException.invalidField("price", "shop.no-price"));
        ItemCommand command = form.command(price);
        RewardItem item = isNew()
                ? desk.add(null, command)
                : desk.change(Id.ofPath(String.valueOf(id)), version, command, form.isActive());
        messages.done("shop.goods.saved", item.words().name());
        return page(item);
    }

    /** Pieces came. */
    public String deliver() {
        RewardItem item =
                desk.deliver(Id.ofPath(String.valueOf(id)), new GoodsDesk.StockChange(changeId, delivered, ""));
        messages.done("shop.goods.stocked", item.stock());
        return page(item);
    }

    /** A count found more or fewer. */
    public String correct() {
        RewardItem item =
                desk.correct(Id.ofPath(String.valueOf(id)), new GoodsDesk.StockChange(changeId, difference, note));
        messages.done("shop.goods.stocked", item.stock());
        return page(item);
    }

    /** The latest changes of the stock. */
    public List<StockMovement> getMovements() {
        return isNew()
                ? List.of()
                : queries.movements(Id.ofPath(String.valueOf(id)), Window.first())
                        .items();
    }

    private static String page(RewardItem item) {
        return "/admin/goods-item.xhtml?faces-redirect=true&id=" + item.id();
    }

    public boolean isNew() {
        return id == null || id.isBlank();
    }

    public GoodsForm getForm() {
        return form;
    }

    public int getStock() {
        return stock;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable Integer getDelivered() {
        return delivered;
    }

    public void setDelivered(@Nullable Integer delivered) {
        this.delivered = delivered;
    }

    public @Nullable Integer getDifference() {
        return difference;
    }

    public void setDifference(@Nullable Integer difference) {
        this.difference = difference;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
