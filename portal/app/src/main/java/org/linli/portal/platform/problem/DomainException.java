package org.linli.portal.platform.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be done, as a stable code with arguments; its words are found when it is shown.
 *
 * <p>The code is {@code feature.what-is-wrong}; its text is the message {@code feature.problem.what-is-wrong} of the
 * feature's bundle and says what to do. Rolls the transaction back.
 */
public class DomainException extends RuntimeException {
    /** What sort of refusal it is; decides the HTTP status. */
    public enum Kind {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        CHANGED(412),
        TOO_LARGE(413),
        REUSED_KEY(422),
        VERSION_REQUIRED(428),
        TOO_MANY(429),
        /** Not the caller's fault, and worth another try. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status code. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final List<Object> arguments;
    private final List<Violation> violations;

    public DomainException(Kind kind, String code, List<Object> arguments, List<Violation> violations) {
        super(code + " " + arguments + " " + violations);
        this.kind = kind;
        this.code = code;
        this.arguments = List.copyOf(arguments);
        this.violations = List.copyOf(violations);
    }

    /** The request itself is malformed. */
    public static DomainException invalid(String code, Object... arguments) {
        return new DomainException(Kind.INVALID, code, List.of(arguments), List.of());
    }

    /** One field of the request is malformed. */
    public static DomainException invalidField(String field, String code, Object... arguments) {
        Violation violation = new Violation(field, code, List.of(arguments));
        return new DomainException(Kind.INVALID, "platform.invalid", List.of(), List.of(violation));
    }

    /** There is no such thing, or none that the caller may know of. */
    public static DomainException notFound() {
        return new DomainException(Kind.NOT_FOUND, "platform.not-found", List.of(), List.of());
    }

    /** The caller may know of it but may not do this. */
    public static DomainException forbidden(String code, Object... arguments) {
        return new DomainException(Kind.FORBIDDEN, code, List.of(arguments), List.of());
    }

    /** Not in the present state, or somebody was faster. */
    public static DomainException conflict(String code, Object... arguments) {
        return new DomainException(Kind.CONFLICT, code, List.of(arguments), List.of());
    }

    /** Nobody is signed in. */
    public static DomainException unauthenticated() {
        return new DomainException(Kind.UNAUTHENTICATED, "platform.sign-in-first", List.of(), List.of());
    }

    /**
     * Too often; the text's argument is for how long.
     *
     * @param minutes until it may be tried again
     */
    public static DomainException tooMany(String code, long minutes) {
        return new DomainException(Kind.TOO_MANY, code, List.of(minutes), List.of());
    }

    /** How long to wait before another try; null when that is not known. */
    public @Nullable Duration retryAfter() {
        return kind == Kind.TOO_MANY && !arguments.isEmpty() && arguments.get(0) instanceof Long minutes
                ? Duration.ofMinutes(minutes)
                : null;
    }

    /** Any kind. */
    public static DomainException of(Kind kind, String code, Object... arguments) {
        return new DomainException(kind, code, List.of(arguments), List.of());
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** Arguments of the message, in its order. */
    public List<Object> arguments() {
        return arguments;
    }

    /** The fields at fault, empty when it is not about fields. */
    public List<Violation> violations() {
        return violations;
    }

    /** Key of the text that explains it: {@code feature.problem.rest-of-code}. */
    public String textKey() {
        return textKey(code);
    }

    static String textKey(String code) {
        int dot = code.indexOf('.');
        return code.substring(0, dot) + ".problem" + code.substring(dot);
    }
}
