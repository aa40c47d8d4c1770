package org.linli.portal.points.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.Catalogue;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.rule.Grade;
import org.linli.portal.points.rule.RuleDesk;
import org.linli.portal.points.rule.RuleDraft;

/** The draft of a rule while it is written: begin, save, throw away, publish. */
@Named("ruleDraft")
@ViewScoped
public class RuleDraftView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int TRIED_MONTHS = 3;

    @Inject
    private transient RuleDesk desk;

    @Inject
    private transient RulesView rules;

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient RuleWords words;

    @Inject
    private transient PageMessages messages;

    private long communityId;
    private long version;
    private @Nullable RuleForm form;
    private @Nullable LocalDate validFrom;
    private @Nullable String note;

    /** Fills the form when there is a draft that the caller may write. */
    public void load() {
        communityId = Long.parseLong(rules.getCommunity());
        RuleDraft draft = rules.getDraft();
        if (draft != null && rules.isWriter()) {
            version = draft.version();
            form = RuleForm.of(draft.book(), catalogue.allItems(communityId), words);
            validFrom = rules.getTomorrow();
        }
    }

    /** Begins a draft with what the latest edition says. */
    public String begin() {
        desk.begin(communityId);
        messages.done("points.rules.begun");
        return page();
    }

    /** Keeps what was typed. */
    public String save() {
        if (form != null) {
            desk.save(communityId, version, form.read());
        }
        messages.done("points.rules.saved");
        return page();
    }

    /** Keeps it and shows what it would have given. */
    public String saveAndTry() {
        return save() + "&months=" + TRIED_MONTHS;
    }

    /** Throws the draft away. */
    public String discard() {
        desk.discard(communityId, version);
        messages.done("points.rules.discarded");
        return page();
    }

    /** Makes it the next edition. */
    public String publish() {
        int number = desk.publish(communityId, version, validFrom, note);
        messages.done("points.rules.published", number, String.valueOf(validFrom));
        return page();
    }

    private String page() {
        return "/admin/points-rules.xhtml?community=" + communityId + "&faces-redirect=true";
    }

    public List<String> getGrades() {
        return Stream.of(Grade.values()).map(Enum::name).toList();
    }

    public List<String> getKinds() {
        return Stream.of(NominationKind.values()).map(Enum::name).toList();
    }

    public @Nullable RuleForm getForm() {
        return form;
    }

    public @Nullable LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(@Nullable LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
