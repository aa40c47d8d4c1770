package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was asked for, where, for whom and by whom: the part of an order that never changes. */
@Embeddable
public class Request {
    @Column(name = "unit_id")
    private long unitId;

    @Column(name = "principal_id")
    private long principalId;

    @Column(name = "placer_id")
    private long placerId;

    @Column(name = "consent_note")
    private @Nullable String consentNote;

    private String description;
    private String address;

    @Column(name = "wanted_from")
    private Instant wantedFrom;

    @Column(name = "wanted_to")
    private Instant wantedTo;

    protected Request() {}

    Request(Placing placing) {
        this.unitId = placing.unitId();
        this.principalId = placing.principalId();
        this.placerId = placing.placerId();
        this.consentNote = placing.consentNote();
        this.description = placing.description();
        this.address = placing.address();
        this.wantedFrom = placing.wantedFrom();
        this.wantedTo = placing.wantedTo();
    }

    /** Where the service happens. */
    public long unitId() {
        return unitId;
    }

    /** Who needs it. */
    public long principalId() {
        return principalId;
    }

    /** Who placed the order. */
    public long placerId() {
        return placerId;
    }

    /** How the principal agreed, null when placed for oneself. */
    public @Nullable String consentNote() {
        return consentNote;
    }

    public String description() {
        return description;
    }

    public String address() {
        return address;
    }

    public Instant wantedFrom() {
        return wantedFrom;
    }

    public Instant wantedTo() {
        return wantedTo;
    }
}
