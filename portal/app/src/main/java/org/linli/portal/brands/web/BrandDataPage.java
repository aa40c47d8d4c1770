package org.linli.portal.brands.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.release.BindingDesk;
import org.linli.portal.brands.release.BrandView;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.web.PageMessages;

/** What a brand keeps in a community: taken out, or removed for good. */
@Named("brandData")
@ViewScoped
public class BrandDataPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BindingDesk desk;
    private final BrandWorkplace workplace;
    private final BrandWords words;
    private final PageMessages messages;
    private @Nullable String brand;
    private @Nullable String confirm;

    @Inject
    public BrandDataPage(BindingDesk desk, BrandWorkplace workplace, BrandWords words, PageMessages messages) {
        this.desk = desk;
        this.workplace = workplace;
        this.words = words;
        this.messages = messages;
    }

    /** Address at which all of it can be taken out. */
    public String getExport() {
        return "/api/v1/communities/" + workplace.community() + "/brands/" + brand + "/export";
    }

    /** Removes it; the brand's name has to be typed for that. */
    public String purge() {
        BrandRef ref = workplace.brand(String.valueOf(brand));
        BrandView there = desk.view(ref);
        String name = words.name(there.brandId(), there.release());
        if (!letters(String.valueOf(confirm)).equals(letters(name))) {
            throw DomainException.invalidField("confirm", "brands.purge-name", name);
        }
        desk.purge(ref);
        messages.done("brands.page.purged", name);
        return "/admin/brands.xhtml?faces-redirect=true";
    }

    /** Whoever types it need not find the same quotation marks and spaces. */
    private static String letters(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    public @Nullable String getBrand() {
        return brand;
    }

    public void setBrand(@Nullable String brand) {
        this.brand = brand;
    }

    public @Nullable String getConfirm() {
        return confirm;
    }

    public void setConfirm(@Nullable String confirm) {
        this.confirm = confirm;
    }
}
