package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.orders.RecordedServices;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.points.GrantGuard;
import org.linli.portal.points.PaymentGuard;

/** Holds what the detectors find something about: services before they are paid, grants of brands for them likewise. */
@ApplicationScoped
class HoldingGuard implements PaymentGuard, GrantGuard {
    private static final int KIND = 0;
    private static final int ID = 2;
    private static final int PARTS = 5;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Detectors detectors;
    private final RecordedServices services;
    private final HeldRows rows;
    private final HeldNotices notices;

    @Inject
    HoldingGuard(Detectors detectors, RecordedServices services, HeldRows rows, HeldNotices notices) {
        this.detectors = detectors;
        this.services = services;
        this.rows = rows;
        this.notices = notices;
    }

    @Override
    public boolean holds(ServiceRecorded service, Receipt receipt, long amount) {
        List<Finding> findings = wasPaid(service.replacesId()) ? List.of() : detectors.look(service);
        if (findings.isEmpty()) {
            return false;
        }
        hold(
                new HeldRows.New(
                        service.communityId(),
                        service.volunteerId(),
                        HeldPosting.Source.SERVICE,
                        service.recordId(),
                        amount,
                        service.itemName(),
                        receipt,
                        service.reviewerId()),
                findings);
        return true;
    }

    /** Two persons corrected a record: what was paid before is looked at no more, what was held still is. */
    private boolean wasPaid(@Nullable Long replacedId) {
        return replacedId != null
                && rows.find(HeldPosting.Source.SERVICE, replacedId)
                        .filter(held -> held.status() != HeldStatus.RELEASED)
                        .isEmpty();
    }

    @Override
    public boolean holds(Grant grant) {
        List<Finding> findings = look(grant);
        if (findings.isEmpty()) {
            return false;
        }
        hold(
                new HeldRows.New(
                        grant.communityId(),
                        grant.personId(),
                        HeldPosting.Source.BRAND,
                        grant.id(),
                        grant.amount(),
                        grant.explanation(),
                        grant.receipt(),
                        null),
                findings);
        return true;
    }

    /** The host names facts {@code activity:<kind>:<id>:…} and {@code order:<type>:<id>:…}; other keys are the brand's own. */
    private List<Finding> look(Grant grant) {
        String[] parts = grant.key().split(":", PARTS);
        if (parts.length <= ID || !NUMBER.matcher(parts[ID]).matches()) {
            return List.of();
        }
        long id = Long.parseLong(parts[ID]);
        return switch (parts[KIND]) {
            case "activity" -> detectors.look(grant.communityId(), id);
            case "order" ->
                services.ofOrder(id)
                        .filter(service -> service.communityId() == grant.communityId())
                        .map(detectors::look)
                        .orElse(List.of());
            default -> List.of();
        };
    }

    private void hold(HeldRows.New held, List<Finding> findings) {
        rows.hold(held, findings);
        rows.find(held.source(), held.sourceId()).ifPresent(notices::held);
    }
}
