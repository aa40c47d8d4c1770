package org.linli.portal.orders.web;

import java.io.Serializable;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.DataJson;
import org.linli.portal.orders.PlaceOrder;
import org.linli.portal.platform.persistence.Ids;

/** What has been filled in so far on the way to an order. Its id is fixed from the beginning: sent twice, it is one order. */
public class OrderDraft implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long orderId = Ids.next();
    private final WantedTime time;
    private long communityId;
    private @Nullable Long itemId;
    private int expectedMinutes;
    private @Nullable Long principalId;
    private @Nullable String consentNote;
    private @Nullable String description;
    private @Nullable String address;
    private @Nullable Long unitId;
    /** What the brand of the service asks for, as its form sends it: JSON, which a session can keep. */
    private String typed = "{}";

    public OrderDraft(Clock clock) {
        this.time = new WantedTime(clock);
    }

    /** The service that was chosen and how long it usually takes. */
    void choose(long item, int minutes) {
        if (itemId == null || itemId != item) {
            typed = "{}";
        }
        this.itemId = item;
        this.expectedMinutes = minutes;
    }

    /** Everything of a past order but its time; consent has to be asked anew. */
    void repeat(PlaceOrder past, int minutes, boolean forMe) {
        this.itemId = past.itemId();
        this.expectedMinutes = minutes;
        this.description = past.description();
        this.principalId = forMe ? null : past.principalId();
        place(past.unitId(), past.address());
    }

    /** Where the service happens, as far as it is known of the person. */
    void place(@Nullable Long unit, @Nullable String where) {
        this.unitId = unit;
        this.address = where;
    }

    /** Of which community somebody is to be served: what was chosen of another's catalogue does not hold there. */
    void orderIn(long community) {
        if (communityId != 0 && communityId != community) {
            itemId = null;
        }
        communityId = community;
    }

    long getCommunityId() {
        return communityId;
    }

    Data typed() {
        return DataJson.read(typed);
    }

    void type(Data values) {
        typed = DataJson.write(values);
    }

    PlaceOrder command(Data fields) {
        return new PlaceOrder(
                orderId,
                itemId,
                principalId,
                principalId == null ? null : consentNote,
                description,
                address,
                unitId,
                time.from(),
                time.to(expectedMinutes),
                fields);
    }

    public long getOrderId() {
        return orderId;
    }

    public WantedTime getTime() {
        return time;
    }

    public @Nullable Long getItemId() {
        return itemId;
    }

    public int getExpectedMinutes() {
        return expectedMinutes;
    }

    public @Nullable Long getPrincipalId() {
        return principalId;
    }

    public void setPrincipalId(@Nullable Long principalId) {
        this.principalId = principalId;
    }

    public @Nullable String getConsentNote() {
        return consentNote;
    }

    public void setConsentNote(@Nullable String consentNote) {
        this.consentNote = consentNote;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable Long getUnitId() {
        return unitId;
    }

    public void setUnitId(@Nullable Long unitId) {
        this.unitId = unitId;
    }
}
