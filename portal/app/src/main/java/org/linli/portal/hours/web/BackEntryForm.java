package org.linli.portal.hours.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.BackEntry;
import org.linli.portal.hours.BackEntryCommand;
import org.linli.portal.hours.BackEntryDesk;
import org.linli.portal.orders.Catalogue;
import org.linli.portal.orders.CatalogueItem;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.platform.web.PageMessages;

/** A past service is entered. */
@Named("backEntryForm")
@ViewScoped
public class BackEntryForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<Role> ENTERERS = Set.of(Role.COMMUNITY_ADMIN, Role.DISPATCHER);
    private static final int FOUND = 8;

    @Inject
    private transient BackEntryDesk desk;

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient People people;

    @Inject
    private transient Caller caller;

    @Inject
    private transient Language language;

    @Inject
    private transient PageMessages messages;

    private long communityId;
    private @Nullable String volunteerId;
    private @Nullable String itemId;
    private @Nullable LocalDateTime from;
    private @Nullable LocalDateTime to;
    private @Nullable Integer minutes;
    private @Nullable String reason;

    @PostConstruct
    void begin() {
        communityId = caller.workplace(ENTERERS).orElse(0L);
    }

    /** Enters it. */
    public String enter() {
        BackEntry entry = desk.enter(
                new BackEntryCommand(number(volunteerId), number(itemId), instant(from), instant(to), minutes, reason));
        messages.done("hours.back.done");
        return "/back-entry.xhtml?faces-redirect=true&id=" + entry.id();
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null || text.isBlank() ? null : (Long) Id.ofPath(text);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(Clocks.ZONE).toInstant();
    }

    /** People of the community whose name, initials or number is that. */
    public List<String> suggest(String text) {
        return communityId == 0
                ? List.of()
                : people.search(communityId, text, FOUND).stream()
                        .map(person -> String.valueOf(person.id()))
                        .toList();
    }

    /** How a person is shown in the list. */
    public String label(@Nullable String id) {
        Long number = number(id);
        return number == null
                ? ""
                : people.find(number)
                        .filter(person -> caller.sees(person.communityId()))
                        .map(person -> person.name() + " · " + person.publicNumber())
                        .orElse("");
    }

    public List<CatalogueItem> getItems() {
        return communityId == 0 ? List.of() : catalogue.items(communityId);
    }

    /** Its name in the reader's language. */
    public String name(CatalogueItem item) {
        return language.isChinese() || item.nameEn().isEmpty() ? item.name() : item.nameEn();
    }

    public long getOldestDays() {
        return desk.oldestDays();
    }

    public long getAnnounceDays() {
        return desk.announceDays();
    }

    public @Nullable String getVolunteerId() {
        return volunteerId;
    }

    public void setVolunteerId(@Nullable String volunteerId) {
        this.volunteerId = volunteerId;
    }

    public @Nullable String getItemId() {
        return itemId;
    }

    public void setItemId(@Nullable String itemId) {
        this.itemId = itemId;
    }

    public @Nullable LocalDateTime getStartedAt() {
        return from;
    }

    public void setStartedAt(@Nullable LocalDateTime startedAt) {
        this.from = startedAt;
    }

    public @Nullable LocalDateTime getEndedAt() {
        return to;
    }

    public void setEndedAt(@Nullable LocalDateTime endedAt) {
        this.to = endedAt;
    }

    public @Nullable Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
