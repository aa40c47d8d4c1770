package org.linli.portal.brands.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.call.BrandPaths;
import org.linli.portal.brands.release.BindingDesk;
import org.linli.portal.brands.release.BrandView;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.web.PageMessages;

/** The brands of a community in the hands of its administrators: all, or one with what may be done with it. */
@Named("brandsPage")
@ViewScoped
public class BrandsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> PARTS = Set.of("state", "settings", "roles", "data");

    private final BindingDesk desk;
    private final BrandWorkplace workplace;
    private final BrandWords words;
    private final PageMessages messages;
    private @Nullable String brand;
    private String part = "state";
    private boolean agreed;

    /** What the page showed as it was opened, that is, what is agreed to: a release that came since may ask for more. */
    private TreeSet<String> shown = new TreeSet<>();

    private transient @Nullable BrandView view;

    @Inject
    public BrandsPage(BindingDesk desk, BrandWorkplace workplace, BrandWords words, PageMessages messages) {
        this.desk = desk;
        this.workplace = workplace;
        this.words = words;
        this.messages = messages;
    }

    /** All brands, when none is chosen. */
    public List<BrandView> getBrands() {
        return desk.list(workplace.community());
    }

    /** The one that was chosen. */
    public @Nullable BrandView getView() {
        if (view == null && brand != null) {
            view = desk.view(ref());
            shown = shown.isEmpty() ? new TreeSet<>(view.needs()) : shown;
        }
        return view;
    }

    /** Where its own pages begin; empty when it has none in the menu. */
    public String getHome() {
        BrandView there = getView();
        Descriptor descriptor = there == null ? null : there.descriptor();
        return descriptor == null
                ? ""
                : descriptor.routes().stream()
                        .filter(route -> route.slot().equals("page") && route.menu())
                        .findFirst()
                        .map(route -> BrandPaths.page(ref(), route.path()))
                        .orElse("");
    }

    public String enable() {
        requireAgreed();
        return done("enabled", desk.enable(ref(), shown));
    }

    public String approve() {
        requireAgreed();
        return done("approved", desk.approve(ref(), shown));
    }

    public String suspend() {
        return done("suspended", desk.suspend(ref()));
    }

    public String resume() {
        return done("resumed", desk.resume(ref()));
    }

    public String disable() {
        return done("disabled", desk.disable(ref()));
    }

    private void requireAgreed() {
        if (!agreed) {
            throw DomainException.invalidField("agreed", "brands.not-agreed");
        }
    }

    private String done(String what, BrandView there) {
        messages.done("brands.page." + what, words.name(there.brandId(), there.release()));
        return "/admin/brands.xhtml?faces-redirect=true&brand=" + there.brandId();
    }

    private BrandRef ref() {
        return workplace.brand(String.valueOf(brand));
    }

    public @Nullable String getBrand() {
        return brand;
    }

    public void setBrand(@Nullable String brand) {
        this.brand = brand;
    }

    public String getPart() {
        return part;
    }

    public void setPart(@Nullable String part) {
        this.part = part != null && PARTS.contains(part) ? part : "state";
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }
}
