package org.linli.portal.people.web;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.GrantDesk;
import org.linli.portal.people.GrantView;
import org.linli.portal.people.PeopleDesk;
import org.linli.portal.people.PersonView;
import org.linli.portal.people.Role;
import org.linli.portal.people.SignUpDesk;
import org.linli.portal.platform.i18n.Show;
import org.linli.portal.platform.i18n.Texts;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;

/** A person for administrators: data, telephone, roles. */
@Named("personPage")
@ViewScoped
public class PersonPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient PeopleDesk desk;

    @Inject
    private transient GrantDesk grantDesk;

    @Inject
    private transient SignUpDesk places;

    @Inject
    private transient PageMessages messages;

    @Inject
    private transient Texts texts;

    @Inject
    private transient Show show;

    private @Nullable String id;
    private @Nullable String phone;
    private RoleDraft draft = new RoleDraft();
    private transient @Nullable PersonView person;
    private transient List<GrantView> grants = List.of();

    /** Loads the person; on each request, because nothing of it is kept in the session. */
    public void load() {
        long personId = Id.ofPath(String.valueOf(id));
        person = desk.person(personId);
        grants = grantDesk.of(personId);
    }

    public void showPhone() {
        phone = desk.showPhone(Id.ofPath(String.valueOf(id))).digits();
    }

    public void approve(long grantId, long version) {
        grantDesk.approve(grantId, version);
        done("people.person.approved");
    }

    public void refuse(long grantId, long version) {
        grantDesk.refuse(grantId, version);
        done("people.person.refused");
    }

    public void end(long grantId, long version) {
        grantDesk.end(grantId, version);
        done("people.person.ended");
    }

    public void give() {
        grantDesk.give(draft.command(Id.ofPath(String.valueOf(id)), getPerson().communityId()));
        draft = new RoleDraft();
        done("people.person.given");
    }

    private void done(String key) {
        load();
        messages.done(key);
    }

    /** Roles that may be given within a community; volunteers apply. */
    public List<SelectItem> getRoles() {
        return Arrays.stream(Role.values())
                .filter(r -> r.ordinal() < Role.SUPERVISOR.ordinal() && r != Role.VOLUNTEER)
                .map(r -> new SelectItem(r, texts.of("people.role." + r)))
                .toList();
    }

    /** {@code 9月1日 – 9月30日}, or {@code 9月1日起} for a role without a last day. */
    public String period(GrantView grant) {
        String first = show.date(grant.validFrom());
        LocalDate last = grant.validTo();
        return last == null ? texts.of("people.person.since", first) : first + " – " + show.date(last);
    }

    /** Grids and buildings of the person's community. */
    public List<SelectItem> getUnits() {
        return places.homes(getPerson().communityId()).stream()
                .map(unit -> new SelectItem(unit.id(), unit.name()))
                .toList();
    }

    public PersonView getPerson() {
        if (person == null) {
            load();
        }
        return Objects.requireNonNull(person);
    }

    public List<GrantView> getGrants() {
        return grants;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    /** The role that is about to be given. */
    public RoleDraft getDraft() {
        return draft;
    }
}
