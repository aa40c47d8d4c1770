package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.amount.Points;

/** Tells people that their points changed, once for each transaction. */
@ApplicationScoped
class PointsNotices {
    private static final String WALLET = "/wallet.xhtml";

    private final Notices notices;

    @Inject
    PointsNotices(Notices notices) {
        this.notices = notices;
    }

    /** Points came, for that. */
    void awarded(long transactionId, long personId, long amount, String what) {
        send("points-awarded", personId, List.of(Points.format(amount), what), transactionId);
    }

    /** Points were taken back, for that reason. */
    void reversed(long transactionId, long personId, long amount, String why) {
        send("points-reversed", personId, List.of(Points.format(amount), why), transactionId);
    }

    /** A service earned nothing because of a bound of the rule; that its item gives no points was known before. */
    void nothing(ServiceRecorded service, Receipt receipt) {
        String limit = receipt.text("limit");
        if (!limit.equals("NONE")) {
            String code = limit.equals("TOO_SHORT") ? "points-too-short" : "points-capped";
            notices.send(new Notice(
                    service.volunteerId(),
                    code,
                    List.of(service.itemName()),
                    WALLET,
                    "service-points:" + service.recordId()));
        }
    }

    private void send(String code, long personId, List<String> arguments, long transactionId) {
        notices.send(new Notice(personId, code, arguments, WALLET, "points:" + transactionId));
    }
}
