package org.linli.portal.people.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.people.PeopleDesk;
import org.linli.portal.people.PersonView;
import org.linli.portal.people.Role;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** The administrators' list of people. */
@Named("peopleView")
@ViewScoped
public class PeopleView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient PeopleDesk desk;

    @Inject
    private transient Caller caller;

    private @Nullable String text;
    private @Nullable String nextCursor;
    private transient List<PersonView> waiting = List.of();
    private transient List<PersonView> people = new ArrayList<>();

    @PostConstruct
    void begin() {
        waiting = desk.list(selection(null, true), Window.of(null, 100)).items();
        search();
    }

    /** Shows the people that fit what was typed. */
    public void search() {
        people = new ArrayList<>();
        load(null);
    }

    public void more() {
        load(nextCursor);
    }

    private void load(@Nullable String cursor) {
        Page<PersonView> page = desk.list(selection(text, false), Window.of(cursor, null));
        people.addAll(page.items());
        nextCursor = page.nextCursor();
    }

    private PeopleDesk.Selection selection(@Nullable String typed, boolean pending) {
        return new PeopleDesk.Selection(
                caller.workplace(Set.of(Role.COMMUNITY_ADMIN, Role.OPERATOR)).orElseGet(caller::communityId),
                typed,
                pending);
    }

    public List<PersonView> getWaiting() {
        return waiting;
    }

    public List<PersonView> getPeople() {
        return people;
    }

    public boolean isMore() {
        return nextCursor != null;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
