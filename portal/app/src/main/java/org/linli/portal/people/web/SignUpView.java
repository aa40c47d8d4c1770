package org.linli.portal.people.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.people.SignUp;
import org.linli.portal.people.SignUpDesk;
import org.linli.portal.people.signin.SignUpLimit;

/** The sign-up page: community, then oneself, then perhaps volunteering. */
@Named("signUp")
@ViewScoped
public class SignUpView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignUpDesk desk;

    @Inject
    private transient SignUpLimit limit;

    private int step = 1;
    private @Nullable String search;
    private long communityId;
    private String communityName = "";
    private SignUpFields fields = new SignUpFields();
    private OfferForm offer = new OfferForm();

    /** Communities that fit what was typed. */
    public List<OrgUnitView> getCommunities() {
        return step == 1 ? desk.communities(search == null ? "" : search) : List.of();
    }

    /** Grids and buildings of the chosen community. */
    public List<OrgUnitView> getHomes() {
        return step == 2 ? desk.homes(communityId) : new ArrayList<>();
    }

    public void choose(OrgUnitView community) {
        communityId = community.id();
        communityName = community.name();
        step = 2;
    }

    public void next() {
        step = 3;
    }

    public void back() {
        step--;
    }

    /** Joins; a field that is wrong brings back the step that asked for it. */
    public void join() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        limit.count((HttpServletRequest) external.getRequest());
        SignUp.Volunteering volunteering = fields.isVolunteer() ? offer.offer() : null;
        try {
            desk.signUp(fields.command(volunteering));
            step = 4;
        } catch (RuntimeException e) { // whatever refused it is shown at the step where it was typed
            step = fields.isVolunteer() && SignUpFields.isAboutVolunteering(e) ? 3 : 2;
            throw e;
        }
    }

    public int getStep() {
        return step;
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public String getCommunityName() {
        return communityName;
    }

    public SignUpFields getFields() {
        return fields;
    }

    public OfferForm getOffer() {
        return offer;
    }
}
