package org.linli.portal.brands.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.call.BrandPaths;
import org.linli.portal.brands.release.Binding;
import org.linli.portal.brands.release.Bindings;
import org.linli.portal.brands.route.RouteRights;
import org.linli.portal.people.Caller;
import org.linli.portal.people.MenuSource;
import org.linli.portal.platform.i18n.Language;

/** Pages of brands that have an entry in the menu and open to whoever is signed in. Runs no code of a brand. */
@RequestScoped
public class BrandMenu implements MenuSource {
    private static final int MOST = 6;

    private final RouteRights rights;
    private final Bindings bindings;
    private final Brands brands;
    private final Caller caller;
    private final Language language;
    private final HttpServletRequest request;
    private @Nullable List<Item> items;

    @Inject
    public BrandMenu(
            RouteRights rights,
            Bindings bindings,
            Brands brands,
            Caller caller,
            Language language,
            HttpServletRequest request) {
        this.rights = rights;
        this.bindings = bindings;
        this.brands = brands;
        this.caller = caller;
        this.language = language;
        this.request = request;
    }

    @Override
    public List<Item> items() {
        if (items == null) {
            items = caller.isSignedIn() ? read() : List.of();
        }
        return items;
    }

    private List<Item> read() {
        List<Item> found = new ArrayList<>();
        each("page", open -> {
            boolean mine = rights.isFor(open.brand(), open.entry()); // administrators would see all of every brand
            if (open.entry().menu() && mine && found.size() < MOST) {
                found.add(item(open));
            }
        });
        return List.copyOf(found);
    }

    /** A page or card that opens to the caller. */
    record Open(BrandRef brand, Descriptor descriptor, Descriptor.Entry entry) {}

    /** Everything of that slot that opens to the caller, where they live and where they work. */
    void each(String slot, Consumer<Open> consumer) {
        for (long community : rights.communities()) {
            for (Binding binding : bindings.on(community)) {
                brands.release(binding.brand().brandId()).ifPresent(descriptor -> descriptor.routes().stream()
                        .filter(entry -> entry.slot().equals(slot))
                        .filter(entry -> rights.opens(binding.brand(), entry))
                        .map(entry -> new Open(binding.brand(), descriptor, entry))
                        .forEach(consumer));
            }
        }
    }

    private Item item(Open open) {
        String name = open.entry().name() == null
                ? open.descriptor().name()
                : String.valueOf(open.entry().name());
        String icon = open.entry().icon() == null
                ? open.descriptor().icon()
                : String.valueOf(open.entry().icon());
        return new Item(
                brands.text(open.brand().brandId(), language.locale(), name),
                BrandPaths.address(open.brand(), open.entry().path()),
                icon,
                isCurrent(open));
    }

    private boolean isCurrent(Open open) {
        String page = request.getParameter("page");
        String path = open.entry().path();
        return open.brand().brandId().equals(request.getParameter("brand"))
                && request.getServletPath().equals("/brand.xhtml")
                && page != null
                && (page.equals(path) || page.startsWith(path + "/") || page.startsWith(path + "?"));
    }
}
