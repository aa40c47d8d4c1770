package org.linli.portal.brands.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.plugin.Automation;
import org.linli.plugin.Brand;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.PointPolicy;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.Descriptor.Automatic;
import org.linli.portal.brands.Descriptor.Policy;
import org.linli.portal.brands.Descriptor.RecordKind;

/** Events, times and facts reach the plugin once; effects are applied all or none; what fails waits and is put aside. */
class RunsTest {
    private static final Descriptor SAMPLE = new Descriptor(
            "sample",
            "1.0.0",
            1,
            "linli",
            "name",
            "summary",
            "flame",
            null,
            List.of("records", "points"),
            500,
            List.of(),
            List.of(),
            List.of(),
            List.of(new RecordKind("note", 2, List.of("of"), List.of(), List.of(), Period.ofYears(1))),
            List.of(),
            List.of(new Policy(List.of("order:repair"), "Award")),
            List.of(
                    new Automatic("after", null, List.of("order.closed", "again"), "After"),
                    new Automatic("daily", "0 8 * * *", List.of(), "After")),
            List.of(),
            "");

    private final AtomicInteger calls = new AtomicInteger();
    private Automation after = (context, trigger) -> List.of();
    private final Host host = new Host(
            SAMPLE,
            new Upcasting(),
            Map.of(
                    "After",
                    (Automation) (context, trigger) -> {
                        calls.incrementAndGet();
                        return after.on(context, trigger);
                    },
                    "Award",
                    (PointPolicy) (context, fact) -> List.of(new PointPolicy.Award(
                            fact.personId(), 150, "round", context.text("hello", fact.sourceId())))));

    @AfterEach
    void close() throws SQLException {
        host.close();
    }

    @Test
    void an_event_is_answered_once_in_its_own_community() {
        after = (context, trigger) ->
                List.of(put("n-" + trigger.id(), Data.of("order", trigger.data().text("orderId"))));
        host.raise(Host.HERE, "order.closed", "e1");
        host.raise(Host.HERE, "order.closed", "e1");
        host.raise(Host.HERE, "order.placed", "e2");
        host.deliver();
        assertThat(host.runs.next()).isTrue();
        assertThat(host.runs.next()).isFalse();
        assertThat(calls).hasValue(1);
        assertThat(host.records.list(Host.HERE, "note", 0, 10)).hasSize(1);
        assertThat(host.records.list(Host.THERE, "note", 0, 10)).isEmpty();
    }

    @Test
    void effects_are_applied_all_or_none_and_the_run_waits() {
        after = (context, trigger) ->
                List.of(put("ok", Data.EMPTY), new Effect.PutRecord("unknown", "x", Data.EMPTY, 0));
        host.raise(Host.HERE, "order.closed", "e1");
        host.deliver();
        host.runs.next();
        assertThat(host.records.list(Host.HERE, "note", 0, 10)).isEmpty();
        assertThat(host.number("SELECT COUNT(*) FROM brand_run WHERE state = 'WAITING' AND attempts = 1"))
                .isEqualTo(1);
    }

    @Test
    void after_the_eighth_failure_a_run_is_put_aside() {
        after = (context, trigger) -> {
            throw new IllegalStateException("no");
        };
        host.raise(Host.HERE, "order.closed", "e1");
        host.deliver();
        for (int i = 0; i < 40 && host.number("SELECT COUNT(*) FROM brand_run WHERE state = 'DEAD'") == 0; i++) {
            host.transactions.run(() -> {
                host.sql.update("UPDATE brand_run SET due_at = '2026-01-01'");
            });
            host.runs.next();
            if (!host.tripped.isEmpty()) {
                break; // left alone from here on: no attempt is lost
            }
        }
        assertThat(calls).hasValue(5);
        host.runs.next();
        host.transactions.run(() -> {
            host.sql.update("UPDATE brand_run SET due_at = '2026-01-01'");
        });
        host.runs.next();
        assertThat(host.number("SELECT attempts FROM brand_run")).isEqualTo(5);
        Run run = host.desk.take().orElse(null);
        assertThat(run).isNull();
        host.transactions.run(() -> {
            host.sql.update("UPDATE brand_run SET due_at = '2026-01-01', attempts = 7");
        });
        run = host.desk.take().orElseThrow();
        host.desk.failed(run, "again");
        assertThat(host.number("SELECT COUNT(*) FROM brand_run WHERE state = 'DEAD'"))
                .isEqualTo(1);
    }

    @Test
    void an_event_that_leads_to_itself_ends() {
        after = (context, trigger) -> List.of(new Effect.Emit("again", Data.EMPTY));
        host.raise(Host.HERE, "order.closed", "e1");
        for (int i = 0; i < 20; i++) {
            host.deliver();
            host.runs.next();
        }
        assertThat(calls).hasValueLessThan(12);
        assertThat(host.number(
                        "SELECT COUNT(*) FROM brand_run WHERE state = 'WAITING' AND last_error LIKE '%event-loop%'"))
                .isEqualTo(1);
    }

    @Test
    void a_fact_earns_what_the_policy_says_under_a_key_that_repeats_share() {
        host.fact("order:repair", "99");
        host.fact("order:other", "98");
        host.deliver();
        while (host.runs.next()) {}
        assertThat(host.granted).containsExactly(new Effect.GrantPoints("7", 150, "order:repair:99:round:7", "你好 99"));
    }

    @Test
    void a_run_that_another_node_took_over_is_not_ended_twice() {
        host.raise(Host.HERE, "order.closed", "e1");
        host.deliver();
        Run mine = host.desk.take().orElseThrow();
        host.transactions.run(() -> {
            host.sql.update("UPDATE brand_run SET due_at = '2026-01-01'");
        });
        Run theirs = host.desk.take().orElseThrow();
        BrandScope scope = new BrandScope(Host.HERE, SAMPLE, null, false);
        assertThatThrownBy(() -> host.desk.finish(mine, scope, List.of(put("x", Data.EMPTY))))
                .hasMessageContaining("changed-meanwhile");
        host.desk.finish(theirs, scope, List.of(put("x", Data.EMPTY)));
        assertThat(host.records.list(Host.HERE, "note", 0, 10)).hasSize(1);
    }

    @Test
    void records_of_an_earlier_schema_are_brought_up_on_reading() {
        host.transactions.run(() -> {
            host.effects.apply(new BrandScope(Host.HERE, SAMPLE, null, false), List.of(put("old", Data.of("a", 1))));
            host.sql.update("UPDATE brand_record SET schema_no = 1");
        });
        List<Data> seen = new ArrayList<>();
        after = (context, trigger) -> {
            context.records().list("note", 0, 10).forEach(record -> seen.add(record.data()));
            return List.of();
        };
        host.raise(Host.HERE, "order.closed", "e1");
        host.deliver();
        host.runs.next();
        assertThat(seen).containsExactly(Data.of("a", 1, "from", 1));
    }

    @Test
    void what_a_brand_may_not_do_is_refused() {
        BrandScope scope = new BrandScope(Host.HERE, SAMPLE, null, false);
        assertThatThrownBy(() -> host.effects.apply(
                        scope, List.of(new Effect.Notify(List.of("7"), "hello", List.of(), "", "k"))))
                .hasMessageContaining("brands.not-permitted");
        assertThatThrownBy(() -> host.effects.apply(scope, List.of(new Effect.GrantRole("7", "host"))))
                .hasMessageContaining("brands.only-demo");
        List<Effect> many = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            many.add(put("k" + i, Data.EMPTY));
        }
        assertThatThrownBy(() -> host.effects.apply(scope, many)).hasMessageContaining("brands.too-many-effects");
    }

    @Test
    void cron_expressions_are_read_in_the_time_zone_of_the_portal() {
        assertThat(CronTimes.of("0 8 * * *").lastUntil(Instant.parse("2026-11-22T01:00:00Z")))
                .contains(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(CronTimes.of("0 8 * * 1").lastUntil(Instant.parse("2026-11-22T00:00:30Z")))
                .contains(Instant.parse("2026-11-16T00:00:00Z"));
        assertThatThrownBy(() -> CronTimes.of("61 8 * * *")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CronTimes.of("every day")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Effect.PutRecord put(String key, Data data) {
        return new Effect.PutRecord("note", key, data, Effect.ANY);
    }

    private static final class Upcasting implements Brand {
        @Override
        public Data upcast(String kind, int schema, Data data) {
            return data.with("from", schema);
        }

        @Override
        public List<Effect> onEnable(Context context) {
            return List.of();
        }
    }
}
