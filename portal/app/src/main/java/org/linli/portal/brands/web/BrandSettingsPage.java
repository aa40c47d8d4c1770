package org.linli.portal.brands.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.release.BindingDesk;
import org.linli.portal.brands.release.SettingsWork;
import org.linli.portal.platform.web.PageMessages;

/** A brand's settings in a community, as a form. */
@Named("brandSettings")
@ViewScoped
public class BrandSettingsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BindingDesk desk;
    private final SettingsWork work;
    private final BrandWorkplace workplace;
    private final BrandWords words;
    private final PageMessages messages;
    private @Nullable String brand;
    private ArrayList<SettingField> fields = new ArrayList<>();

    @Inject
    public BrandSettingsPage(
            BindingDesk desk, SettingsWork work, BrandWorkplace workplace, BrandWords words, PageMessages messages) {
        this.desk = desk;
        this.work = work;
        this.workplace = workplace;
        this.words = words;
        this.messages = messages;
    }

    /** Makes the form; there is none while the brand is off. */
    public void open() {
        String id = brand;
        if (id != null && fields.isEmpty()) {
            desk.view(workplace.brand(id))
                    .binding()
                    .ifPresent(there ->
                            fields = new ArrayList<>(SettingsForm.of(work.schema(id), there.settings(), words(id))));
        }
    }

    private SettingsForm.Words words(String id) {
        return new SettingsForm.Words() {
            @Override
            public String text(String key) {
                return words.text(id, key);
            }

            @Override
            public String range(String minimum, String maximum) {
                return words.range(minimum, maximum);
            }
        };
    }

    public String save() {
        BrandRef ref = workplace.brand(String.valueOf(brand));
        work.save(ref, SettingsForm.data(fields));
        messages.done("brands.settings.saved");
        return "/admin/brands.xhtml?faces-redirect=true&part=settings&brand=" + ref.brandId();
    }

    public List<SettingField> getFields() {
        return fields;
    }

    public @Nullable String getBrand() {
        return brand;
    }

    public void setBrand(@Nullable String brand) {
        this.brand = brand;
    }
}
