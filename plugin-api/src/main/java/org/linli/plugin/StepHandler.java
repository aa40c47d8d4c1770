package org.linli.plugin;

import java.util.List;
import org.linli.plugin.effect.Effect;
import org.pf4j.ExtensionPoint;

/**
 * Decides one kind of step of an order type. Budget: {@code validate} 0.5 s of the processor, 2 s by the clock, 32 MB;
 * {@code complete} 1 s, 3 s, 64 MB; when it is exceeded or the handler fails, the step stays open and the input is kept.
 */
public interface StepHandler extends ExtensionPoint {
    /** What is wrong with the input beyond the declared form; nothing when it may be submitted. */
    default List<Problem> validate(Context context, OrderView order, Data input) {
        return List.of();
    }

    /** The step is to be completed with that input by the actor of the context. */
    Result complete(Context context, OrderView order, Data input);

    /** What becomes of the step. */
    sealed interface Result {
        /**
         * The step is done.
         *
         * @param outcome one of the outcomes that the descriptor names for the step
         * @param note for the order's timeline, in the language of the context; may be empty
         * @param effects applied with the step, all or none
         */
        record Done(String outcome, String note, List<Effect> effects) implements Result {
            public Done {
                effects = List.copyOf(effects);
            }
        }

        /** The step stays open, as one signature of two does; the effects are applied. */
        record Pending(String note, List<Effect> effects) implements Result {
            public Pending {
                effects = List.copyOf(effects);
            }
        }

        /** The step stays open and nothing changes. */
        record Reject(List<Problem> problems) implements Result {
            public Reject {
                problems = List.copyOf(problems);
            }
        }
    }
}
