package org.linli.portal.points.gift.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.points.PointsQueries;
import org.linli.portal.points.gift.DonateCommand;
import org.linli.portal.points.gift.Donation;
import org.linli.portal.points.gift.DonationDesk;
import org.linli.portal.points.gift.GiftQueries;

/** Giving points away: to a person in need or to the pool. */
@Named("donateView")
@ViewScoped
public class DonateView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String POOL = "pool";

    @Inject
    private transient DonationDesk desk;

    @Inject
    private transient GiftQueries queries;

    @Inject
    private transient PointsQueries wallet;

    @Inject
    private transient PageMessages messages;

    /** The same until the page is left: a double click gives once. */
    private final long donationId = Ids.next();

    private @Nullable String recipient;
    private @Nullable String points;
    private boolean named;
    private @Nullable String message;
    private transient @Nullable List<GiftQueries.Recipient> recipients;

    /** Gives. */
    public String give() {
        Points amount = Points.parse(points).orElse(null);
        long has = getAvailable();
        new Violations()
                .required(recipient, "recipient")
                .check(amount != null, "points", "points.no-amount")
                .check(amount == null || amount.compareTo(Points.ZERO) > 0, "points", "points.more-than-none")
                .check(
                        amount == null || amount.hundredths() <= has,
                        "points",
                        "ledger.not-enough-points",
                        Points.format(has),
                        amount == null ? "" : amount.format())
                .text(message, "message", DonateCommand.MAX_MESSAGE)
                .throwIfAny();
        if (recipient == null || amount == null) {
            throw new IllegalStateException("checked before");
        }
        Long person = recipient.equals(POOL) ? null : (Long) Id.ofField(recipient, "recipient");
        desk.donate(new DonateCommand(donationId, person, amount, named, message));
        messages.done("points.donate.done", amount.format());
        return "/donate.xhtml?faces-redirect=true";
    }

    /** Whether there is anybody or anything to give to. */
    public boolean isOpen() {
        return isPool() || !getRecipients().isEmpty();
    }

    public boolean isPool() {
        return queries.allowed().pool();
    }

    public List<GiftQueries.Recipient> getRecipients() {
        if (recipients == null) {
            recipients = queries.recipients();
        }
        return recipients;
    }

    /** What may be given, hundredths of a point. */
    public long getAvailable() {
        return wallet.wallet().points().available();
    }

    /** The latest gifts. */
    public List<Donation> getGiven() {
        return queries.donations(Window.first()).items();
    }

    public @Nullable String getRecipient() {
        return recipient;
    }

    public void setRecipient(@Nullable String recipient) {
        this.recipient = recipient;
    }

    public @Nullable String getPoints() {
        return points;
    }

    public void setPoints(@Nullable String points) {
        this.points = points;
    }

    public boolean isNamed() {
        return named;
    }

    public void setNamed(boolean named) {
        this.named = named;
    }

    public @Nullable String getMessage() {
        return message;
    }

    public void setMessage(@Nullable String message) {
        this.message = message;
    }
}
