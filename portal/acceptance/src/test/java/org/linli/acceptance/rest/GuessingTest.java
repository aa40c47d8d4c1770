package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Burst;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Whoever guesses is stopped, and nobody else is. */
@Order(250)
class GuessingTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();
    private static final int AT_ONCE = 40;
    private static final int ALLOWED = 20;

    @Test
    void forty_wrong_pick_up_codes_at_once_are_counted_and_hold_up_nobody_else() {
        Rest keeper = Secrets.rest(PORTAL, "shopkeeper");
        Rest reader = Secrets.rest(PORTAL, "resident2");
        List<Callable<Reply>> calls = new ArrayList<>(IntStream.range(0, AT_ONCE)
                .<Callable<Reply>>mapToObj(i -> () -> keeper.post("redemptions/hand-overs")
                        .key(UUID.randomUUID().toString())
                        .body("code", String.format("0000%04d", i))
                        .send())
                .toList());
        calls.add(() -> reader.get("me/wallet"));
        List<Reply> replies;
        try (Burst burst = new Burst()) {
            replies = burst.run(calls);
        }

        assertThat(replies.get(AT_ONCE).status()).isEqualTo(200);
        List<Reply> guesses = replies.subList(0, AT_ONCE);
        assertThat(guesses).extracting(Reply::status).containsOnly(404, 429);
        assertThat(guesses).filteredOn(reply -> reply.status() == 404).hasSize(ALLOWED);
        assertThat(guesses).filteredOn(reply -> reply.status() == 429).allSatisfy(reply -> assertThat(
                        Integer.parseInt(reply.header("Retry-After")))
                .isBetween(1, 600));
        forgive();
    }

    /** Other tests need the counter. */
    private static void forgive() {
        try (var connection = PORTAL.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM attempt_count");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
