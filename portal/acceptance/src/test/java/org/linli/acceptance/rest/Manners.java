package org.linli.acceptance.rest;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.acceptance.Reply;

/** How every refusal has to look, whatever was sent. */
final class Manners {
    private static final Pattern INTERNALS = Pattern.compile(
            "\\bat [a-z]+(\\.[\\w$]+)+\\(|[a-z]+(\\.[a-z]+)+\\.[A-Z]\\w*(Exception|Error)\\b|\\w+Exception\\b"
                    + "|\\borg\\.(linli|eclipse|glassfish|jboss|apache)\\b|\\bcom\\.(mysql|sun)\\b|\\bjava(x)?\\.[a-z]+\\.|\\bjakarta\\.[a-z]+\\.[a-z]*\\.?[A-Z]"
                    + "|SQLSTATE|SQL syntax|Payara|GlassFish");

    private static final Pattern STACK =
            Pattern.compile("\\bat [a-z]+(\\.[\\w$]+)+\\(\\w+\\.java|Caused by:|SQLSTATE|Stack Trace");

    private Manners() {}

    /** What is wrong with the answer, if anything. */
    static Optional<String> breach(Reply reply) {
        if (reply.status() >= 500) {
            return Optional.of("a server error");
        }
        // no HTTP (an invalid URI, a GET with a body): refused by the listener, before there is a request
        if (reply.status() == 400
                && reply.text().isEmpty()
                && reply.header("X-Content-Type-Options").isEmpty()) {
            return Optional.empty();
        }
        Matcher internals = INTERNALS.matcher(reply.text());
        if (reply.status() >= 400 && internals.find()) {
            return Optional.of("shows internals: " + internals.group());
        }
        return reply.status() < 400 ? Optional.empty() : breachOfProblem(reply);
    }

    /** Whether a page shows what went wrong inside. */
    static boolean showsStack(Reply page) {
        return STACK.matcher(page.text()).find();
    }

    private static Optional<String> breachOfProblem(Reply reply) {
        if (!reply.contentType().startsWith("application/problem+json")) {
            return Optional.of("no problem but " + reply.contentType());
        }
        JsonObject problem = reply.json();
        for (String member : new String[] {"type", "title", "detail", "code"}) {
            if (problem.getString(member, "").isBlank()) {
                return Optional.of("without " + member);
            }
        }
        if (problem.getInt("status", 0) != reply.status()) {
            return Optional.of("a status that differs from the answer's");
        }
        return problem.getString("detail").contains("problem.")
                ? Optional.of("an untranslated text")
                : Optional.empty();
    }
}
