package org.linli.portal.ledger.journal.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.journal.Finding;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.ledger.journal.JournalDesk;
import org.linli.portal.ledger.journal.JournalRecords;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;

/** 账册: how a community's journal is doing, its proofs and its export. */
@Named("journalView")
@ViewScoped
public class JournalView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient JournalDesk desk;

    @Inject
    private transient Caller caller;

    @Inject
    private transient OrgTree tree;

    @Inject
    private transient Language language;

    @Inject
    private transient PageMessages messages;

    private transient JournalDesk.@Nullable Status status;
    private long communityId;

    @PostConstruct
    void begin() {
        communityId = caller.workplace(JournalDesk.READERS)
                .orElseGet(() ->
                        getPlaces().stream().map(OrgUnitView::id).findFirst().orElse(0L));
    }

    /** The communities whose journals the caller may read. */
    public List<OrgUnitView> getPlaces() {
        return caller.identity().grants().stream()
                .filter(held -> JournalDesk.READERS.contains(held.role()))
                .map(Identity.Held::unitPath)
                .distinct()
                .flatMap(path -> tree.below(path, OrgLevel.COMMUNITY).stream())
                .distinct()
                .toList();
    }

    /** How it is doing. */
    public JournalDesk.Status getStatus() {
        if (status == null) {
            status = desk.status(communityId);
        }
        return status;
    }

    /** Proves it now. */
    public void check() {
        JournalRecords.Check check = desk.check(communityId);
        status = null;
        if (check.broken() == null) {
            messages.done("ledger.journal.check.done", check.entries());
        }
    }

    /** What a proof found, in words. */
    public String words(JournalRecords.Check check) {
        Finding.Why why = check.broken();
        return why == null ? "" : why.text(language.isChinese(), check.detail());
    }

    /** The latest proof has found damage. */
    public boolean isBroken() {
        List<JournalRecords.Check> checks = getStatus().checks();
        return !checks.isEmpty() && checks.get(0).broken() != null;
    }

    public String getCommunityName() {
        return tree.unit(communityId).name();
    }

    public String getCommunity() {
        return Long.toString(communityId);
    }

    public void setCommunity(@Nullable String community) {
        communityId = community == null || community.isBlank() ? communityId : Id.ofPath(community);
    }
}
