package org.linli.portal.people.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.linli.portal.people.Volunteers;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Texts;

/** What can be chosen in the forms about people. */
@Named("choices")
@RequestScoped
public class ChoicesView {
    private final Volunteers volunteers;
    private final Language language;
    private final Texts texts;

    @Inject
    public ChoicesView(Volunteers volunteers, Language language, Texts texts) {
        this.volunteers = volunteers;
        this.language = language;
        this.texts = texts;
    }

    public List<SelectItem> getSkills() {
        return volunteers.skills().stream()
                .map(skill -> new SelectItem(skill.code(), skill.name(language.locale())))
                .toList();
    }

    /** Parts of the days of a week, as {@code weekday-part}. */
    public List<SelectItem> getHours() {
        List<SelectItem> items = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            for (int part = 0; part < 3; part++) {
                String label = texts.of("people.day." + day) + " " + texts.of("people.part." + part);
                items.add(new SelectItem(day + "-" + part, label));
            }
        }
        return items;
    }
}
