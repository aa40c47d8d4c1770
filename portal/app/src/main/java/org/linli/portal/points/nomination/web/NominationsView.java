package org.linli.portal.points.nomination.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.nomination.NominateCommand;
import org.linli.portal.points.nomination.Nomination;
import org.linli.portal.points.nomination.NominationDesk;
import org.linli.portal.points.nomination.NominationQueries;
import org.linli.portal.points.nomination.Nominees;

/** The nominations of the community, and a new one. */
@Named("nominationsView")
@ViewScoped
public class NominationsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient NominationDesk desk;

    @Inject
    private transient NominationQueries queries;

    @Inject
    private transient Nominees nominees;

    @Inject
    private transient PageMessages messages;

    /** The same until the page is left: a double click nominates once. */
    private final long nominationId = Ids.next();

    private @Nullable String cursor;
    private NominationKind kind = NominationKind.GOOD_DEED;
    private @Nullable String nominee;
    private @Nullable String story;
    private transient @Nullable Page<Nomination> page;

    /** Nominates. */
    public String nominate() {
        Violations violations = new Violations();
        OptionalLong person = nominees.look(nominee, violations);
        violations.requiredText(story, "story", NominateCommand.MAX_STORY).throwIfAny();
        Nomination made = desk.nominate(new NominateCommand(nominationId, kind, person.orElseThrow(), story));
        messages.done("points.nominations.made", made.people().nominee().name());
        return "/nomination.xhtml?faces-redirect=true&id=" + made.id();
    }

    public List<Nomination> getAll() {
        return page().items();
    }

    /** Address of those that follow, empty at the end. */
    public String getNextHref() {
        String next = page().nextCursor();
        return next == null ? "" : "?cursor=" + next;
    }

    /** What somebody can be nominated for. */
    public List<NominationKind> getKinds() {
        return List.of(NominationKind.values());
    }

    public NominationKind getKind() {
        return kind;
    }

    public void setKind(NominationKind kind) {
        this.kind = kind;
    }

    public @Nullable String getNominee() {
        return nominee;
    }

    public void setNominee(@Nullable String nominee) {
        this.nominee = nominee;
    }

    public @Nullable String getStory() {
        return story;
    }

    public void setStory(@Nullable String story) {
        this.story = story;
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }

    private Page<Nomination> page() {
        if (page == null) {
            page = queries.list(null, null, Window.of(cursor, null));
        }
        return page;
    }
}
