package org.linli.plugin.testkit;

import java.util.List;
import org.linli.plugin.Problem;

/** The core, or the brand, did not do what was asked; nothing has changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    Refusal(String message) {
        this(message, List.of());
    }

    Refusal(String message, List<Problem> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /** What the person is told, field by field; empty when the core refused. */
    public List<Problem> problems() {
        return problems;
    }
}
