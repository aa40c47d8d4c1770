package org.linli.portal.brands.release;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.Descriptor;

/**
 * A brand as a community's administrators see it.
 *
 * @param release the one that is active in the portal; null when there is none any more
 * @param descriptor of that release
 * @param binding empty when the brand is off there
 */
public record BrandView(
        String brandId, @Nullable Release release, @Nullable Descriptor descriptor, Optional<Binding> binding) {

    /** What it asks for. */
    public Set<String> needs() {
        return descriptor == null ? Set.of() : Needs.of(descriptor);
    }

    /** What it asks for beyond what was approved there. */
    public Set<String> notApproved() {
        return descriptor == null
                ? Set.of()
                : Needs.grown(binding.map(Binding::approved).orElse(Set.of()), descriptor);
    }

    /** {@code OFF} or the binding's state. */
    public String state() {
        return binding.map(there -> there.state().name()).orElse("OFF");
    }

    /** The entity tag's version: 0 while it is off. */
    public long revision() {
        return binding.map(Binding::revision).map(r -> r + 1).orElse(0L);
    }
}
