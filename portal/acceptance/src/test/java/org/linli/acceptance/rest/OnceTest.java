package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.linli.acceptance.ApiDocument;
import org.linli.acceptance.Burst;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Every POST of the API, sent five times at once: with a key one effect and one answer, without one no disorder. */
@Order(650)
class OnceTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();

    /** Their answers are secrets, which are not kept, or nobody is signed in whose key it would be. */
    private static final Set<String> WITHOUT_KEY =
            Set.of("tokens", "sign-ups", "people/{id}/password-reset", "people/{id}/phone-views");

    /** What is done is not done again: they run a plugin or count guesses, not inside a transaction with a kept answer. */
    private static final Set<String> NATURALLY_ONCE = Set.of(
            "activities/{id}/check-in-code",
            "activities/{id}/check-ins",
            "brand-releases",
            "brand-releases/{id}/verify",
            "brand-releases/{id}/activate",
            "brand-releases/{id}/roll-back");

    private static Burst burst;
    private static Tables tables;
    private static BrandWrites brands;
    private static Map<String, Supplier<Write>> writes;

    @BeforeAll
    static void prepare() {
        burst = new Burst();
        tables = new Tables(PORTAL);
        writes = new TreeMap<>(new OrderWrites(PORTAL).all());
        writes.putAll(new StaffWrites(PORTAL).all());
        writes.putAll(new HoursWrites(PORTAL).all());
        writes.putAll(new HeldWrites(PORTAL).all());
        writes.putAll(new GiftWrites(PORTAL).all());
        brands = new BrandWrites(PORTAL);
        writes.putAll(brands.all());
    }

    @AfterAll
    static void end() {
        burst.close();
        brands.end();
        Invariants.hold(PORTAL);
    }

    @Test
    void every_post_is_tried_here_and_takes_a_key_unless_its_answer_is_secret() {
        Set<String> keyed = new TreeSet<>();
        Set<String> unkeyed = new TreeSet<>();
        ApiDocument.of(PORTAL).operations().stream()
                .filter(operation -> operation.method().equals("POST"))
                .forEach(operation -> {
                    boolean takesKey = operation.json().toString().contains("parameters/IdempotencyKey");
                    (takesKey ? keyed : unkeyed).add(operation.path().substring("/api/v1/".length()));
                });
        unkeyed.removeAll(NATURALLY_ONCE);
        assertThat(unkeyed).isEqualTo(new TreeSet<>(WITHOUT_KEY));
        assertThat(writes.keySet()).isEqualTo(keyed);
    }

    @TestFactory
    Stream<DynamicTest> with_one_key_it_has_one_effect_and_one_answer() {
        return writes.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> withOneKey(entry.getValue().get())));
    }

    @TestFactory
    Stream<DynamicTest> without_a_key_it_has_as_many_effects_as_were_acknowledged() {
        return writes.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> withoutKey(entry.getValue().get())));
    }

    @Test
    void a_key_does_not_fit_another_body() {
        Rest resident = Secrets.rest(PORTAL, "resident");
        String key = UUID.randomUUID().toString();
        Write write = writes.get("orders/{id}/photos").get();
        write.request().get().key(key).send().expect(201);
        write.request()
                .get()
                .key(key)
                .bytes("image/jpeg", new byte[] {1, 2, 3})
                .send()
                .expectProblem(422, "platform.idempotency-key-reused");
        resident.post("notices/read").key(key).send().expectProblem(422, "platform.idempotency-key-reused");
    }

    @Test
    void of_five_equal_sign_ups_one_succeeds() {
        String home = tables.text("SELECT home_unit_id FROM person p JOIN account a ON a.person_id = p.id"
                + " WHERE a.login = 'resident'");
        String phone = "154" + String.format("%08d", System.nanoTime() % 100_000_000);
        Rest nobody = Rest.nobody(PORTAL);
        List<Integer> answers = five(() -> nobody.post("sign-ups")
                        .body("homeUnitId", home, "name", "同名", "phone", phone, "password", "三棵榕树下-2026"))
                .stream()
                .map(Reply::status)
                .toList();
        assertThat(answers).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
    }

    @Test
    void secrets_are_new_each_time_and_never_break() {
        Rest admin = Secrets.rest(PORTAL, "admin");
        long person = Crowd.gather(PORTAL, "resident", 1).members().get(0).id();
        for (String act : List.of("phone-views", "password-reset")) {
            assertThat(five(() -> admin.post("people/" + person + "/" + act))).allMatch(reply -> reply.status() < 500);
        }
    }

    private static void withOneKey(Write write) {
        String key = UUID.randomUUID().toString();
        long before = tables.number(write.count());
        List<Reply> replies = five(() -> write.request().get().key(key));
        // who comes while the first is at work may be asked to come again; then the answer is there
        Reply again = write.request().get().key(key).send();
        assertThat(again.status()).as(again.toString()).isBetween(200, 299);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(replies).anyMatch(reply -> reply.status() == again.status());
        for (Reply reply : replies) {
            if (reply.status() != 409) {
                assertThat(reply.expect(again.status()).text()).isEqualTo(again.text());
                assertThat(reply.etag()).isEqualTo(again.etag());
                assertThat(reply.header("Location")).isEqualTo(again.header("Location"));
            }
        }
        assertThat(tables.number(write.count())).isEqualTo(before + write.effect());
    }

    private static void withoutKey(Write write) {
        long before = tables.number(write.count());
        List<Reply> replies = five(write.request()::get);
        assertThat(replies).allMatch(reply -> reply.status() < 500);
        long done = replies.stream().filter(reply -> reply.status() < 300).count();
        assertThat(done).as(replies.toString()).isPositive();
        assertThat(tables.number(write.count()))
                .as(replies.toString())
                .isEqualTo(before + (write.repeatable() ? done : 1) * write.effect());
    }

    private static List<Reply> five(Supplier<Rest.Call> request) {
        return burst.run(
                Collections.nCopies(5, (Callable<Reply>) () -> request.get().send()));
    }
}
