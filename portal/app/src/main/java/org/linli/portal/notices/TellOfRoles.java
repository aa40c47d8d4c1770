package org.linli.portal.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.people.GrantDecided;
import org.linli.portal.people.GrantView;
import org.linli.portal.people.GrantView.Status;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.people.VolunteerApplied;

/** Tells administrators of applications, and people of what became of their roles. */
@ApplicationScoped
public class TellOfRoles {
    private final Notices notices;
    private final People people;

    @Inject
    public TellOfRoles(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    void applied(@Observes VolunteerApplied event) {
        people.holders(Role.COMMUNITY_ADMIN, event.communityId())
                .forEach(admin -> notices.send(new Notice(
                        admin,
                        "volunteer-applied",
                        List.of(event.name()),
                        "/admin/person.xhtml?id=" + event.personId(),
                        "volunteer-applied:" + event.grantId())));
    }

    void decided(@Observes GrantDecided event) {
        GrantView grant = event.grant();
        String fact = "grant:" + grant.id() + ":" + grant.status();
        if (grant.role() == Role.VOLUNTEER && grant.status() != Status.ENDED) {
            String code = grant.status() == Status.ACTIVE ? "volunteer-approved" : "volunteer-refused";
            notices.send(new Notice(grant.personId(), code, List.of(), "/account.xhtml", fact));
            return;
        }
        String code = grant.status() == Status.ACTIVE ? "role-granted" : "role-ended";
        String role = NoticeTexts.KEY + "people.role." + grant.role();
        notices.send(new Notice(grant.personId(), code, List.of(role, grant.unitName()), "/account.xhtml", fact));
    }
}
