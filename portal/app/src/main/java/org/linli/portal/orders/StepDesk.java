package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.StepHandler.Result;
import org.linli.portal.brands.BrandCalls;
import org.linli.portal.brands.BrandFiles;
import org.linli.portal.brands.Descriptor.Input;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.problem.Violations;

/**
 * People take steps that brands add to their orders. Runs in no transaction of its own: the brand is asked between two of
 * {@link StepTurns}, so that no code of a plugin holds a lock.
 */
@ApplicationScoped
public class StepDesk {
    private static final int LONGEST_TEXT = 2000;

    private final StepTurns turns;
    private final BrandCalls calls;
    private final BrandFiles files;
    private final Caller caller;

    @Inject
    public StepDesk(StepTurns turns, BrandCalls calls, BrandFiles files, Caller caller) {
        this.files = files;
        this.turns = turns;
        this.calls = calls;
        this.caller = caller;
    }

    /**
     * Takes the step that waits.
     *
     * @param order the order, perhaps with the version that the caller saw
     * @param step its code
     * @param input what was put in, by the names of the declared form
     * @throws org.linli.portal.platform.problem.DomainException 404, 403; 409 when the step does not wait; 400 with what is
     *     wrong; 412 when the order moved meanwhile; 503 when the brand does not answer: nothing has changed then
     */
    public void take(OrderRef order, String step, Data input) {
        StepTurns.Turn turn = turns.open(order, step);
        check(turn.step().form(), input);
        String handler = turn.step().handler();
        refuseIfAny(calls.validate(turn.brand(), handler, turn.order(), input));
        Result result = calls.complete(turn.brand(), handler, turn.order(), input);
        if (result instanceof Result.Reject reject) {
            refuseIfAny(reject.problems());
            refuseIfAny(List.of(new Problem("", "")));
        }
        turns.decided(turn, caller.personId(), input, result);
        files.keep(turn.brand(), photos(turn.step().form(), input));
    }

    private static List<Long> photos(List<Input> form, Data input) {
        return form.stream()
                .filter(declared -> declared.kind().equals("PHOTOS"))
                .flatMap(declared -> input.texts(declared.name()).stream())
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    private static void check(List<Input> form, Data input) {
        Violations violations = new Violations();
        List<String> known = form.stream().map(Input::name).toList();
        input.keys().stream()
                .filter(name -> known.stream().noneMatch(k -> name.equals(k) || name.startsWith(k + ".")))
                .sorted()
                .forEach(name -> violations.check(false, name, "orders.unknown-field"));
        for (Input declared : form) {
            String value = input.text(declared.name());
            if (declared.required()) {
                violations.required(value, declared.name());
            }
            violations.text(value, declared.name(), LONGEST_TEXT);
            if (declared.kind().equals("CHOICE") && !value.isBlank()) {
                String choices = String.join(", ", declared.choices().keySet());
                violations.check(
                        declared.choices().containsKey(value), declared.name(), "orders.unknown-choice", choices);
            }
        }
        violations.throwIfAny();
    }

    /** The brand's own words, each at its field. */
    private static void refuseIfAny(List<Problem> problems) {
        Violations violations = new Violations();
        for (Problem problem : problems) {
            String code = problem.text().isBlank() ? "orders.brand-refuses" : "orders.brand-says";
            violations.check(
                    false, problem.field(), code, Arrays.asList(problem.text()).toArray());
        }
        violations.throwIfAny();
    }
}
