package org.linli.plugin;

import java.time.Instant;
import java.util.List;
import org.linli.plugin.effect.Effect;
import org.pf4j.ExtensionPoint;

/**
 * Acts on its own: on an event that was committed, or at times. One node runs each trigger; budget 5 s of the processor, 30 s by
 * the clock, 256 MB; a failed run is repeated with growing pauses and put aside after the eighth. The context has no person.
 */
public interface Automation extends ExtensionPoint {
    List<Effect> on(Context context, Trigger trigger);

    /**
     * Why it runs.
     *
     * @param event {@code cron}, or the event's name as in the descriptor: {@code order.<status in lower case>},
     *     {@code order.step}, {@code order.overdue}, {@code activity.finished}, {@code activity.cancelled}, or a name that the
     *     brand emits itself
     * @param id the same for a repeated run of the same trigger: use it in keys that must be unique
     * @param at when it was due or happened
     * @param data what happened: {@code orderId}, {@code type}, {@code step}, {@code outcome}, {@code activityId}, {@code kind}
     *     as far as they apply
     */
    record Trigger(String event, String id, Instant at, Data data) {}
}
