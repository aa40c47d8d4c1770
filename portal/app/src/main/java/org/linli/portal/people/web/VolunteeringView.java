package org.linli.portal.people.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.linli.portal.people.VolunteerDesk;
import org.linli.portal.people.VolunteerView;
import org.linli.portal.platform.web.PageMessages;

/** One's own volunteering: profile, pause, leaving, or asking to begin. */
@Named("volunteering")
@ViewScoped
public class VolunteeringView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient VolunteerDesk desk;

    @Inject
    private transient PageMessages messages;

    private OfferForm offer = new OfferForm();
    private boolean paused;
    private String state = "NONE";

    @PostConstruct
    void load() {
        desk.mine().ifPresent(this::fill);
        state = desk.myRole().map(role -> role.status().name()).orElse("NONE");
    }

    private void fill(VolunteerView mine) {
        offer = OfferForm.of(mine);
        paused = mine.paused();
    }

    /** Saves the profile, or asks to become a volunteer. */
    public void save() {
        if (state.equals("NONE")) {
            desk.apply(offer.offer());
        } else {
            desk.describe(offer.offer());
        }
        load();
        messages.done(state.equals("PENDING") ? "people.volunteering.asked" : "people.volunteering.saved");
    }

    public void togglePause() {
        desk.pause(!paused);
        load();
        messages.done(paused ? "people.volunteering.pausedNow" : "people.volunteering.resumedNow");
    }

    public void leave() {
        desk.leave();
        load();
        messages.done("people.volunteering.left");
    }

    public OfferForm getOffer() {
        return offer;
    }

    public boolean isPaused() {
        return paused;
    }

    /** NONE, PENDING or ACTIVE. */
    public String getState() {
        return state;
    }
}
