package org.linli.portal.activities.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Activity;
import org.linli.portal.activities.ActivityQueries;
import org.linli.portal.activities.CheckInGuesses;
import org.linli.portal.activities.PersonState;
import org.linli.portal.activities.SignUpDesk;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;

/** One date: what, when, where; to sign up and to withdraw. */
@Named("activityPage")
@ViewScoped
public class ActivityPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ActivityQueries queries;

    @Inject
    private transient SignUpDesk desk;

    @Inject
    private transient CheckInGuesses checkIns;

    @Inject
    private transient PageMessages messages;

    private @Nullable String id;
    private @Nullable String code;
    private transient @Nullable Activity activity;
    private transient @Nullable PersonState mine;

    /** Reads the date. */
    public void load() {
        Activity found = queries.one(Id.ofPath(String.valueOf(id)));
        activity = found;
        mine = queries.mine(found.id()).orElse(null);
    }

    /** Comes. */
    public String signUp() {
        PersonState state = desk.signUp(Id.ofPath(String.valueOf(id)));
        messages.done(state == PersonState.WAITING ? "activities.done.waiting" : "activities.done.signedUp");
        return again();
    }

    /** Does not come after all. */
    public String withdraw() {
        desk.withdraw(Id.ofPath(String.valueOf(id)));
        messages.done("activities.done.withdrawn");
        return again();
    }

    /** Is there. */
    public String checkIn() {
        checkIns.checkIn(Id.ofPath(String.valueOf(id)), code);
        messages.done("activities.done.checkedIn");
        return again();
    }

    /** Whether the viewer could check in now. */
    public boolean isMayCheckIn() {
        return queries.mayCheckIn(getActivity()) && !isCheckedIn();
    }

    /** Whether the viewer has. */
    public boolean isCheckedIn() {
        return queries.iCheckedIn(getActivity().id());
    }

    /** Whether staff can open or show the digits now. */
    public boolean isCheckInTime() {
        return isManaged() && queries.isCheckInTime(getActivity());
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public Activity getActivity() {
        if (activity == null) {
            load();
        }
        return Objects.requireNonNull(activity);
    }

    /** How the viewer stands to it; null when they never were on its list. */
    public @Nullable PersonState getMine() {
        getActivity();
        return mine;
    }

    public boolean isMaySignUp() {
        return queries.maySignUp(getActivity()) && (mine == null || !mine.isComing());
    }

    public boolean isMayWithdraw() {
        return (mine == PersonState.SIGNED_UP || mine == PersonState.WAITING)
                && getActivity().isPlanned()
                && getActivity().isAhead(queries.now());
    }

    /** Whether signing up means waiting for a place. */
    public boolean isFull() {
        Integer free = getActivity().free();
        return free != null && free == 0;
    }

    public boolean isManaged() {
        return queries.manages(getActivity());
    }

    /** Whether who came can be recorded now. */
    public boolean isMayFinish() {
        return isManaged() && getActivity().isPlanned() && !getActivity().isAhead(queries.now());
    }

    /** Whether the viewer may change its plan. */
    public boolean isMayChange() {
        return isManaged()
                && getActivity().isPlanned()
                && getActivity().brandId() == null
                && getActivity().isAhead(queries.now());
    }

    String again() {
        return "/activity.xhtml?faces-redirect=true&id=" + id;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
