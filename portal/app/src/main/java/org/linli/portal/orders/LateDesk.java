package org.linli.portal.orders;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandEvents;
import org.linli.portal.orders.persistence.StepRows;
import org.linli.portal.platform.persistence.Desk;

/** What of brands' orders took too long: one transaction each, told once whichever node is faster. */
@Desk
public class LateDesk {
    private final StepRows rows;
    private final BrandEvents events;
    private final Clock clock;

    @Inject
    public LateDesk(StepRows rows, BrandEvents events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** What is late and was not told yet. */
    public List<StepRows.Late> late() {
        return rows.late(clock.instant());
    }

    /** Tells the brand, unless another node has. */
    public void tell(StepRows.Late late) {
        Instant now = clock.instant();
        if (rows.tell(late, now)) {
            String id = "overdue:" + late.orderId() + ":" + (late.step() == null ? "" : late.step()) + ":"
                    + late.due().toEpochMilli();
            Data what = Data.of("orderId", Long.toString(late.orderId()), "type", late.typeCode(), "step", late.step());
            events.raise(late.brand(), "order.overdue", id, now, what);
        }
    }
}
