package org.linli.portal.hours.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.Certificate;
import org.linli.portal.hours.CertificateDesk;

/** Whoever is shown a certificate asks here whether it is genuine, without signing in. */
@Named("certificateCheck")
@RequestScoped
public class CertificateCheckView {
    private final CertificateDesk desk;
    private @Nullable String number;
    private Certificate.@Nullable Check found;

    @Inject
    public CertificateCheckView(CertificateDesk desk) {
        this.desk = desk;
    }

    /** Looks it up. */
    public void load() {
        found = isAsked() ? desk.find(number).orElse(null) : null;
    }

    public boolean isAsked() {
        return number != null && !number.isBlank();
    }

    public Certificate.@Nullable Check getFound() {
        return found;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }
}
