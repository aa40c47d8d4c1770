package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;

/** Tells those who care for a brand what became of it. */
@ApplicationScoped
public class ReleaseNotices {
    private static final String PAGE = "/admin/brands.xhtml";

    private final Notices notices;
    private final People people;
    private final Bindings bindings;

    @Inject
    public ReleaseNotices(Notices notices, People people, Bindings bindings) {
        this.notices = notices;
        this.people = people;
        this.bindings = bindings;
    }

    /** The portal took a release back: administrators of the communities that have the brand are told. */
    void failed(@Nullable Release failed, @Nullable Release instead, Pointer pointer) {
        if (failed == null) {
            return;
        }
        Set<Long> readers = new HashSet<>();
        bindings.all(failed.brandId())
                .forEach(binding -> readers.addAll(
                        people.holders(Role.COMMUNITY_ADMIN, binding.brand().communityId())));
        String fact = "brand:" + failed.brandId() + ":" + pointer.generation();
        String code = instead == null ? "brand-stopped" : "brand-rolled-back";
        List<String> arguments = instead == null
                ? List.of(failed.titles().nameZh(), failed.version())
                : List.of(failed.titles().nameZh(), failed.version(), instead.version());
        readers.forEach(reader -> notices.send(new Notice(reader, code, arguments, PAGE, fact)));
    }

    /** A brand rests in a community, for a reason that its administrators can do something about. */
    void suspended(Binding binding, String name) {
        String fact =
                "brand:" + binding.brand().brandId() + ":" + binding.brand().communityId() + ":" + binding.revision();
        people.holders(Role.COMMUNITY_ADMIN, binding.brand().communityId())
                .forEach(admin -> notices.send(new Notice(admin, "brand-suspended", List.of(name), PAGE, fact)));
    }
}
