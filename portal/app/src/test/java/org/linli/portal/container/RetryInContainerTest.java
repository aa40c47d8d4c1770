package org.linli.portal.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.File;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.linli.portal.platform.idempotency.Answer;
import org.linli.portal.platform.idempotency.IdempotencyDesk;
import org.linli.portal.platform.persistence.Sql;

/** The order of the interceptors in the real container: a desk's call that met a deadlock is run again and commits once. */
@Tag("container")
@ExtendWith({ContainerDatabase.class, ArquillianExtension.class})
class RetryInContainerTest {
    @Inject
    private ProbeDesk desk;

    @Inject
    private IdempotencyDesk idempotency;

    @Inject
    private Sql sql;

    @Resource
    private ManagedExecutorService threads;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/linli.war"))
                .addPackage(RetryInContainerTest.class.getPackage());
    }

    @BeforeEach
    void empty() {
        if (sql != null) { // null on the client's side
            sql.update("UPDATE probe SET n = 0");
        }
    }

    @Test
    void of_two_calls_in_a_deadlock_one_is_run_again_and_each_commits_once() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        ProbeDesk.Meeting one = new ProbeDesk.Meeting(barrier);
        ProbeDesk.Meeting other = new ProbeDesk.Meeting(barrier);
        both(
                () -> {
                    desk.add(1, 2, one);
                    return "";
                },
                () -> {
                    desk.add(2, 1, other);
                    return "";
                });
        assertEquals(4, sql.number("SELECT SUM(n) FROM probe"));
        assertEquals(3, one.calls() + other.calls(), "one of the two was run twice");
    }

    @Test
    void a_key_is_taken_once_when_its_work_is_run_again() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        ProbeDesk.Meeting one = new ProbeDesk.Meeting(barrier);
        ProbeDesk.Meeting other = new ProbeDesk.Meeting(barrier);
        both(() -> keyed("one", 1, 2, one), () -> keyed("other", 2, 1, other));
        assertEquals(4, sql.number("SELECT SUM(n) FROM probe"));
        assertEquals(3, one.calls() + other.calls(), "one of the two was run twice");
        assertEquals(2, sql.number("SELECT COUNT(*) FROM idempotency_record WHERE caller = 'probe' AND status = 201"));
        assertThrows(IdempotencyDesk.KeyTaken.class, () -> keyed("one", 1, 2, one));
        assertEquals(4, sql.number("SELECT SUM(n) FROM probe"));
    }

    @Test
    @RunAsClient
    void the_portal_says_that_it_serves(@ArquillianResource URL base) throws Exception {
        HttpURLConnection ready = (HttpURLConnection) new URL(base, "/health/ready").openConnection();
        assertEquals(200, ready.getResponseCode());
        HttpURLConnection refused = (HttpURLConnection) new URL(base, "/api/v1/me").openConnection();
        assertEquals(401, refused.getResponseCode());
        assertTrue(refused.getContentType().startsWith("application/problem+json"));
    }

    private String keyed(String key, int first, int second, ProbeDesk.Meeting meeting) throws Exception {
        Answer answer = idempotency.first("probe", key, new byte[32], () -> {
            desk.add(first, second, meeting);
            return new Answer(201, null, null, "{}");
        });
        return String.valueOf(answer.body());
    }

    private void both(Callable<String> one, Callable<String> other) throws Exception {
        for (Future<String> done : threads.invokeAll(List.of(one, other))) {
            done.get();
        }
    }
}
