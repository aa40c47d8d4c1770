package org.linli.portal.points.policy.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.points.expiry.ExpiryTerms;
import org.linli.portal.points.policy.PointsPolicy;
import org.linli.portal.points.policy.PolicyDesk;

/** What the community decided about its points: everybody reads it, the administrator decides. */
@Named("policyView")
@ViewScoped
public class PolicyView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient PolicyDesk desk;

    @Inject
    private transient Caller caller;

    @Inject
    private transient PageMessages messages;

    private @Nullable String community;
    private long version;
    private PolicyForm form = new PolicyForm();
    private transient @Nullable PointsPolicy policy;

    /** Reads what holds. */
    public void load() {
        PointsPolicy present = getPolicy();
        version = present.version();
        form = PolicyForm.of(present);
    }

    /** Decides anew. */
    public String save() {
        desk.change(communityId(), version, form.command());
        messages.done("points.policy.saved");
        return "/points-policy.xhtml?faces-redirect=true&community=" + communityId();
    }

    public PointsPolicy getPolicy() {
        if (policy == null) {
            policy = desk.policy(communityId());
        }
        return policy;
    }

    public boolean isDecider() {
        return desk.decides(communityId());
    }

    public PolicyForm getForm() {
        return form;
    }

    /** The ways in which points expire. */
    public List<ExpiryTerms.Kind> getKinds() {
        return List.of(ExpiryTerms.Kind.values());
    }

    public @Nullable String getCommunity() {
        return community;
    }

    public void setCommunity(@Nullable String community) {
        this.community = community;
    }

    private long communityId() {
        return community == null || community.isBlank()
                ? caller.workplace(Set.of(Role.COMMUNITY_ADMIN, Role.AUDITOR)).orElseGet(caller::communityId)
                : Id.ofPath(community);
    }
}
