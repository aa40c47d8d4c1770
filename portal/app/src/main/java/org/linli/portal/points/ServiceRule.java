package org.linli.portal.points;

import java.time.LocalDate;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.points.ServicePayment.Earning;
import org.linli.portal.points.rule.Edition;
import org.linli.portal.points.rule.Grade;
import org.linli.portal.points.rule.RuleArithmetic;
import org.linli.portal.points.rule.RuleArithmetic.Earned;
import org.linli.portal.points.rule.RuleArithmetic.Result;
import org.linli.portal.points.rule.RuleBook;

/** What one edition of a rule gives for a recorded service, with the receipt that answers "why 12.5?". */
public final class ServiceRule {
    /** The rule that receipts of services name; "service-time" was its name before there were editions. */
    static final String CODE = "service";

    private final Edition edition;

    ServiceRule(Edition edition) {
        this.edition = edition;
    }

    /** The rule that holds where a community has published none. */
    public static ServiceRule builtIn() {
        return new ServiceRule(Edition.BUILT_IN);
    }

    /**
     * An edition that is composed and not read from the database.
     *
     * @param content as the table points_rule keeps it
     */
    public static ServiceRule of(int edition, String content) {
        return new ServiceRule(new Edition(edition, null, RuleBook.ofJson(content), "", null, null));
    }

    /** Whether it matters what was earned before. */
    public boolean isCapped() {
        return edition.book().caps().any();
    }

    /** The day (Asia/Shanghai) that decides which edition holds, and whose cap it is. */
    public static LocalDate day(ServiceRecorded service) {
        return LocalDate.ofInstant(service.endedAt(), Clocks.ZONE);
    }

    /**
     * What the service earns.
     *
     * @param ofDay what the person's services have earned that day, hundredths of a point
     * @param ofMonth the same for its month
     * @param confirmer name of whoever confirmed it, empty when nobody did
     */
    public Earning earning(ServiceRecorded service, long ofDay, long ofMonth, String confirmer) {
        Result result = RuleArithmetic.earn(edition.book(), facts(service), new Earned(ofDay, ofMonth));
        Receipt receipt = confirmed(receipt(service, result), service, confirmer);
        if (isCapped()) {
            receipt = receipt.with("dayCap", edition.book().caps().day())
                    .with("dayBefore", ofDay)
                    .with("monthCap", edition.book().caps().month())
                    .with("monthBefore", ofMonth);
        }
        return new Earning(result.amount(), receipt, day(service));
    }

    private static RuleArithmetic.Service facts(ServiceRecorded service) {
        return new RuleArithmetic.Service(
                service.itemId(),
                service.pointsRate(),
                service.minutes(),
                service.plannedMinutes(),
                Grade.valueOf(service.evidence()));
    }

    private Receipt receipt(ServiceRecorded service, Result result) {
        return Receipt.of(CODE, edition.number())
                .with("item", service.itemName())
                .with("itemEn", service.itemNameEn())
                .with("order", service.orderId() == null ? "" : service.orderId())
                .with("record", service.recordId())
                .with("servedOn", day(service))
                .with("rate", result.rate())
                .with("rateOf", result.ofRule() ? "rule" : "order")
                .with("minutes", service.minutes())
                .with("planned", service.plannedMinutes())
                .with("share", edition.book().minimumShare())
                .with("difficulty", result.difficulty())
                .with("evidence", service.evidence())
                .with("weight", result.weight())
                .with("full", result.full())
                .with("rounded", result.rounded())
                .with("limit", result.limit())
                .with("amount", result.amount());
    }

    /** Who answers for it: the resident, somebody for them, the second person of a back-entry, or nobody in time. */
    private static Receipt confirmed(Receipt receipt, ServiceRecorded service, String confirmer) {
        Long reviewer = service.reviewerId();
        if (reviewer == null) {
            return receipt.with("confirmed", "default");
        }
        String how = service.evidence().equals(Grade.E.name())
                ? "staff"
                : reviewer.equals(service.residentId()) ? "resident" : "proxy";
        return receipt.with("confirmed", how).with("by", confirmer);
    }
}
