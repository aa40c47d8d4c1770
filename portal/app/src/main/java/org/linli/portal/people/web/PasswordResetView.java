package org.linli.portal.people.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.PasswordResetDesk;
import org.linli.portal.platform.rest.Id;

/** A temporary password on a person's page: shown in the answer to the click, and never again. */
@Named("passwordReset")
@RequestScoped
public class PasswordResetView {
    private final PasswordResetDesk desk;
    private PasswordResetDesk.@Nullable Temporary temporary;

    @Inject
    public PasswordResetView(PasswordResetDesk desk) {
        this.desk = desk;
    }

    public void reset(String personId) {
        temporary = desk.reset(Id.ofPath(personId));
    }

    /** The password; empty before the click. */
    public String getShown() {
        return temporary == null ? "" : temporary.password();
    }

    public @Nullable Instant getValidUntil() {
        return temporary == null ? null : temporary.validUntil();
    }
}
