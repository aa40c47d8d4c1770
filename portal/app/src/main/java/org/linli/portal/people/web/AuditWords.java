package org.linli.portal.people.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.portal.people.AuditTrail;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.i18n.Texts;

/** Lines of the audit log in words: what was done, to whom. Codes and ids are for REST. */
@RequestScoped
public class AuditWords {
    private static final String PERSON = "person";
    private static final String ROLE_AT = " @ ";

    private final People people;
    private final Texts texts;
    private final Messages messages;
    private final boolean opensPeople;

    @Inject
    public AuditWords(People people, Texts texts, Messages messages, Caller caller) {
        this.people = people;
        this.texts = texts;
        this.messages = messages;
        this.opensPeople = caller.holdsAnywhere(Role.COMMUNITY_ADMIN) || caller.holdsAnywhere(Role.OPERATOR);
    }

    /**
     * A line as it is shown.
     *
     * @param what who did what
     * @param about to whom, and the detail; may be empty
     * @param place name of the community; empty when it concerns none
     * @param href page of the person concerned; empty when there is none or the reader may not open it
     */
    public record Line(String what, String about, String place, String href, Instant at) {}

    List<Line> of(List<AuditTrail.Entry> entries) {
        Map<Long, String> names = people.names(entries.stream()
                .filter(entry -> entry.objectType().equals(PERSON))
                .map(AuditTrail.Entry::objectId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return entries.stream().map(entry -> line(entry, names)).toList();
    }

    private Line line(AuditTrail.Entry entry, Map<Long, String> names) {
        boolean ofPerson = entry.objectType().equals(PERSON) && names.containsKey(entry.objectId());
        String about = Stream.of(ofPerson ? names.get(entry.objectId()) : "", detail(entry))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · "));
        String key = "people.audit.action." + entry.action();
        String action = messages.has(key) ? texts.of(key) : entry.action();
        return new Line(
                entry.actorName() + " · " + action,
                about,
                entry.communityName() == null ? "" : entry.communityName(),
                ofPerson && opensPeople ? "/admin/person.xhtml?id=" + entry.objectId() : "",
                entry.at());
    }

    /** A decision on a role is kept as {@code ROLE @ unit}. */
    private String detail(AuditTrail.Entry entry) {
        String[] parts = entry.detail().split(ROLE_AT, 2);
        boolean isRole = parts.length == 2
                && Stream.of(Role.values()).anyMatch(role -> role.name().equals(parts[0]));
        return isRole ? texts.of("people.audit.role", texts.of("people.role." + parts[0]), parts[1]) : entry.detail();
    }
}
