package org.linli.portal.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Hands messages to their handlers; one that fails waits longer each time and does not stop the others. */
@ApplicationScoped
public class OutboxRelay implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class.getName());
    private static final int BATCH = 100;
    private static final int MAX_BATCHES = 100;
    private static final int MAX_BACKOFF_DOUBLINGS = 10;

    private final OutboxDelivery delivery;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public OutboxRelay(OutboxDelivery delivery, Outbox outbox, Clock clock) {
        this.delivery = delivery;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        for (int i = 0; i < MAX_BATCHES && deliverMany() == BATCH; i++) {
            // until no more are due
        }
    }

    /** Of a batch in which one fails each is tried alone, so that the others do not wait for it. */
    private int deliverMany() {
        try {
            return delivery.deliver(BATCH);
        } catch (DeliveryFailed e) {
            int delivered = 0;
            while (delivered < BATCH && deliverOne()) {
                delivered++;
            }
            return delivered;
        }
    }

    private boolean deliverOne() {
        try {
            return delivery.deliver(1) == 1;
        } catch (DeliveryFailed e) {
            LOG.log(Level.WARNING, e.getCause(), () -> "outbox message " + e.messageId() + " failed, will try again");
            Duration pause = Duration.ofSeconds(1L << Math.min(e.attempts(), MAX_BACKOFF_DOUBLINGS));
            outbox.putOff(e.messageId(), clock.instant().plus(pause), String.valueOf(e.getCause()));
            return true;
        }
    }
}
