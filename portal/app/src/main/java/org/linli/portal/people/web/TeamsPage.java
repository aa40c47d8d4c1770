package org.linli.portal.people.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.people.PeopleDesk;
import org.linli.portal.people.PersonView;
import org.linli.portal.people.Role;
import org.linli.portal.people.Teams;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.web.PageMessages;

/** Volunteer teams and, of one, its members. */
@Named("teamsPage")
@ViewScoped
public class TeamsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Teams teams;

    @Inject
    private transient PeopleDesk people;

    @Inject
    private transient Caller caller;

    @Inject
    private transient PageMessages messages;

    private @Nullable String id;
    private @Nullable String text;

    public List<Teams.Team> getTeams() {
        return teams.list();
    }

    public Teams.@Nullable Team getTeam() {
        return id == null ? null : teams.team(Id.ofPath(id));
    }

    public List<Teams.Member> getMembers() {
        return id == null ? List.of() : teams.members(Id.ofPath(id));
    }

    /** People of the administrator's community who fit what was typed. */
    public List<PersonView> getFound() {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        long community =
                caller.workplace(Set.of(Role.COMMUNITY_ADMIN, Role.OPERATOR)).orElseGet(caller::communityId);
        return people.list(new PeopleDesk.Selection(community, text, false), Window.of(null, 10))
                .items();
    }

    public void put(long personId, boolean leader) {
        teams.put(Id.ofPath(String.valueOf(id)), personId, leader);
        text = null;
        messages.done("people.teams.saved");
    }

    public void remove(long personId) {
        teams.remove(Id.ofPath(String.valueOf(id)), personId);
        messages.done("people.teams.saved");
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
