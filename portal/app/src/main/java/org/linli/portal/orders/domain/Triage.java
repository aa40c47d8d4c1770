package org.linli.portal.orders.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.linli.portal.orders.Affair;
import org.linli.portal.orders.Severity;

/** 三事分流: whose affair an order is and how heavy. */
@Embeddable
public class Triage {
    @Enumerated(EnumType.STRING)
    private Affair affair;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    protected Triage() {}

    public Triage(Affair affair, Severity severity) {
        this.affair = affair;
        this.severity = severity;
    }

    public Affair affair() {
        return affair;
    }

    public Severity severity() {
        return severity;
    }
}
