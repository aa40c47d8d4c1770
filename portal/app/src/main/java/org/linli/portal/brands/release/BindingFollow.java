package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.BrandSwitched;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.problem.DomainException;

/** Communities follow the release that is active: in the transaction that changes it. */
@ApplicationScoped
public class BindingFollow {
    /** It asks for more than was approved. */
    static final String NEEDS = "needs";

    /** Its settings do not fit what the release wants. */
    static final String SETTINGS = "settings";

    /** There is no release of it in the portal. */
    static final String NO_RELEASE = "no-release";

    /** Reasons that another release may remove. */
    private static final Set<String> UNTIL_ANOTHER = Set.of(NEEDS, SETTINGS, NO_RELEASE);

    private final Bindings bindings;
    private final BindingRows rows;
    private final Event<BrandSwitched> switched;

    @Inject
    public BindingFollow(Bindings bindings, BindingRows rows, Event<BrandSwitched> switched) {
        this.bindings = bindings;
        this.rows = rows;
        this.switched = switched;
    }

    /** That release is active from now on. */
    void follow(Descriptor descriptor, long generation, @Nullable Long personId) {
        for (Binding binding : bindings.all(descriptor.id())) {
            boolean waits = binding.reason() != null && UNTIL_ANOTHER.contains(binding.reason());
            if (!binding.isOn() && !waits) {
                continue;
            }
            String obstacle = obstacle(binding, descriptor);
            if (obstacle == null) {
                rows.on(binding, descriptor.version(), generation);
                fire(binding, descriptor, personId, true);
            } else {
                rows.state(binding, Binding.State.SUSPENDED, obstacle);
                if (binding.isOn()) {
                    fire(binding, descriptor, personId, false);
                }
            }
        }
    }

    /** None is active from now on; the descriptor is the one that was. */
    void leave(Descriptor descriptor, @Nullable Long personId) {
        for (Binding binding : bindings.all(descriptor.id())) {
            if (binding.isOn()) {
                rows.state(binding, Binding.State.SUSPENDED, NO_RELEASE);
                fire(binding, descriptor, personId, false);
            }
        }
    }

    /** Why the community cannot have that release yet; null when it can. */
    static @Nullable String obstacle(Binding binding, Descriptor descriptor) {
        if (!Needs.grown(binding.approved(), descriptor).isEmpty()) {
            return NEEDS;
        }
        try {
            SettingsSchema.requireFits(
                    descriptor.settings(), SettingsSchema.fitted(descriptor.settings(), binding.settings()));
            return null;
        } catch (DomainException e) {
            return SETTINGS;
        }
    }

    void fire(Binding binding, Descriptor descriptor, @Nullable Long personId, boolean on) {
        switched.fire(new BrandSwitched(new BrandScope(binding.brand(), descriptor, personId, false), on));
    }
}
