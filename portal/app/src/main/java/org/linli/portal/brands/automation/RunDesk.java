package org.linli.portal.brands.automation;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.DataJson;
import org.linli.portal.brands.call.EffectDesk;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;

/** Takes runs, one node each, and writes down what became of them. */
@Desk
public class RunDesk {
    /** Attempts before a run is put aside. */
    static final int MOST_ATTEMPTS = 8;

    private static final Duration TAKEN_FOR = Duration.ofSeconds(120);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int MAX_ERROR = 300;

    private final Sql sql;
    private final EffectDesk effects;
    private final Clock clock;

    @Inject
    public RunDesk(Sql sql, EffectDesk effects, Clock clock) {
        this.sql = sql;
        this.effects = effects;
        this.clock = clock;
    }

    /** Takes the run that is due longest; nobody else gets it for two minutes. */
    public Optional<Run> take() {
        Instant now = clock.instant();
        Optional<Run> due = sql.first(
                "SELECT id, brand, community_id, what, name, trigger_id, payload, attempts FROM brand_run"
                        + " WHERE state = 'WAITING' AND due_at <= ? ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED",
                RunDesk::view,
                now);
        due.ifPresent(run -> sql.update(
                "UPDATE brand_run SET attempts = attempts + 1, due_at = ? WHERE id = ?",
                now.plus(TAKEN_FOR),
                run.id()));
        return due;
    }

    /** Applies what was answered and ends the run, both or none. */
    public void finish(Run run, @Nullable BrandScope scope, List<Effect> answered) {
        int rows = sql.update(
                "UPDATE brand_run SET state = 'DONE', last_error = NULL WHERE id = ? AND state = 'WAITING'"
                        + " AND attempts = ?",
                run.id(),
                run.attempts());
        if (rows == 0) {
            throw DomainException.conflict("platform.changed-meanwhile");
        }
        if (scope != null) {
            EmitHandler.within(EmitHandler.depth(run.triggerId()) + 1, () -> effects.apply(scope, answered));
        }
    }

    /** Lets it wait longer each time, and puts it aside after the last attempt. */
    public void failed(Run run, String why) {
        boolean dead = run.attempts() >= MOST_ATTEMPTS;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(run.attempts(), MOST_ATTEMPTS));
        sql.update(
                "UPDATE brand_run SET state = ?, due_at = ?, last_error = ? WHERE id = ? AND state = 'WAITING'",
                dead ? "DEAD" : "WAITING",
                clock.instant().plus(pause),
                why.length() > MAX_ERROR ? why.substring(0, MAX_ERROR) : why,
                run.id());
    }

    /** The plugin is left alone just now: that was no attempt. */
    public void postpone(Run run, Duration pause) {
        sql.update(
                "UPDATE brand_run SET attempts = attempts - 1, due_at = ? WHERE id = ? AND state = 'WAITING'",
                clock.instant().plus(pause),
                run.id());
    }

    /** Forgets what is done for a week, and what was put aside for ninety days. */
    public void forget() {
        Instant now = clock.instant();
        sql.update(
                "DELETE FROM brand_run WHERE state = 'DONE' AND what <> 'DEMO' AND due_at < ? LIMIT 1000",
                now.minus(Duration.ofDays(7)));
        sql.update(
                "DELETE FROM brand_run WHERE state = 'DEAD' AND due_at < ? LIMIT 1000", now.minus(Duration.ofDays(90)));
    }

    private static Run view(Sql.Row row) throws SQLException {
        return new Run(
                row.number(1),
                new BrandRef(row.text(2), row.number(3)),
                row.constant(4, Run.What.class),
                row.text(5),
                row.text(6),
                DataJson.read(row.text(7)),
                row.integer(8) + 1);
    }
}
