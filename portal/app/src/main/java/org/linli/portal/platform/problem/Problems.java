package org.linli.portal.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException.Kind;

/** Turns whatever was thrown into a problem that a caller can read, in the caller's language, without internals. */
@ApplicationScoped
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    private final Messages messages;

    @Inject
    public Problems(Messages messages) {
        this.messages = messages;
    }

    /** The problem for that failure. An unexpected one is logged under the correlation id that the problem names. */
    public Problem of(Throwable failure, Locale locale) {
        DomainException domain = SqlFailure.find(failure, DomainException.class);
        if (domain != null) {
            return of(domain, locale);
        }
        if (SqlFailure.find(failure, OptimisticLockException.class) != null
                || SqlFailure.isTransient(failure)
                || SqlFailure.isDuplicate(failure, null)) {
            return of(DomainException.conflict("platform.changed-meanwhile"), locale);
        }
        if (SqlFailure.isUnavailable(failure)) {
            LOG.log(Level.WARNING, failure, () -> "the database could not be asked");
            return of(DomainException.of(Kind.UNAVAILABLE, "platform.busy"), locale);
        }
        if (failure instanceof WebApplicationException web) {
            return of(web, locale);
        }
        if (SqlFailure.find(failure, JsonException.class) != null
                || SqlFailure.find(failure, JsonbException.class) != null
                || failure instanceof ProcessingException) {
            return of(DomainException.invalid("platform.malformed-json"), locale);
        }
        return unexpected(failure, locale);
    }

    private Problem of(DomainException e, Locale locale) {
        List<Problem.FieldError> errors = e.violations().stream()
                .map(v -> new Problem.FieldError(
                        "/" + v.field(),
                        messages.text(locale, v.textKey(), v.arguments().toArray()),
                        v.code()))
                .toList();
        return new Problem(
                "urn:linli:problem:" + e.code(),
                title(e.kind().status(), locale),
                e.kind().status(),
                messages.text(locale, e.textKey(), e.arguments().toArray()),
                e.code(),
                null,
                errors.isEmpty() ? null : errors);
    }

    private Problem of(WebApplicationException e, Locale locale) {
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(e, locale);
        }
        if (e instanceof NotFoundException) {
            return of(DomainException.notFound(), locale);
        }
        // a query parameter of the wrong type comes as a 404 of the server's own
        int said = KNOWN_STATUS.contains(status) ? status : 400;
        String code = "platform.http-" + said;
        return new Problem(
                "urn:linli:problem:" + code,
                title(said, locale),
                said,
                messages.text(locale, DomainException.textKey(code)),
                code,
                null,
                null);
    }

    private static final List<Integer> KNOWN_STATUS = List.of(400, 401, 403, 405, 406, 413, 415);

    private Problem unexpected(Throwable failure, Locale locale) {
        String correlation = "urn:uuid:" + UUID.randomUUID();
        LOG.log(Level.SEVERE, failure, () -> "unexpected failure " + correlation);
        return new Problem(
                "urn:linli:problem:platform.unexpected",
                title(500, locale),
                500,
                messages.text(locale, "platform.problem.unexpected", correlation),
                "platform.unexpected",
                correlation,
                null);
    }

    private String title(int status, Locale locale) {
        boolean known = status == 500
                || KNOWN_STATUS.contains(status)
                || List.of(Kind.values()).stream().anyMatch(k -> k.status() == status);
        return messages.text(locale, "platform.problem.title-" + (known ? status : 400));
    }
}
