package org.linli.portal.points.gift.web;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.points.gift.NeedCommand;

/** The fields of an entry of the list of persons in need, as they are typed. */
public class NeedForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String personId;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable String reason;
    private @Nullable String consent;

    NeedCommand command() {
        Long person = personId == null || personId.isBlank() ? null : (Long) Id.ofField(personId, "personId");
        return new NeedCommand(person, from, to, reason, consent);
    }

    public @Nullable String getPersonId() {
        return personId;
    }

    public void setPersonId(@Nullable String personId) {
        this.personId = personId;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getConsent() {
        return consent;
    }

    public void setConsent(@Nullable String consent) {
        this.consent = consent;
    }
}
