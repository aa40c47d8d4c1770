package org.linli.acceptance.drill;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;

/**
 * Requests with an Idempotency-Key, as a careful client sends them: what was not answered is repeated with the same key
 * until it is, however often the portal or its database is killed meanwhile.
 */
final class Letters {
    /** What is asked for; the key stands in a text that the portal keeps, so that its facts can be counted. */
    enum Kind {
        AWARD,
        DONATION,
        REDEMPTION,
        REVIEW
    }

    private static final int SERVER_ERROR = 500;
    private static final int ATTEMPTS = 600;

    private final Map<String, Letter> all = new ConcurrentHashMap<>();
    private final List<String> differing = Collections.synchronizedList(new ArrayList<>());

    /** One request and what it was answered. */
    final class Letter {
        final Kind kind;
        final String key;
        private final Rest who;
        private final String path;
        private final String body;
        private volatile @Nullable Reply answer;

        private Letter(Kind kind, Rest who, String path, String key, String body) {
            this.kind = kind;
            this.key = key;
            this.who = who;
            this.path = path;
            this.body = body;
        }

        /** The status that it was answered with, 0 when it was not. */
        int status() {
            Reply reply = answer;
            return reply == null ? 0 : reply.status();
        }

        boolean isDone() {
            return status() / 100 == 2;
        }

        /** Id of what was made. */
        String id() {
            Reply reply = answer;
            return reply == null ? "" : reply.id();
        }

        String text() {
            return String.valueOf(answer);
        }

        private Reply send() {
            Reply reply = who.post(path).key(key).json(body).send();
            if (reply.status() >= SERVER_ERROR) {
                throw new UncheckedIOException(new java.io.IOException(path + " was answered " + reply));
            }
            Reply before = answer;
            if (before != null
                    && (before.status() != reply.status() || !before.text().equals(reply.text()))) {
                differing.add(path + " with the key " + key + " was answered first " + before + " and then " + reply);
            }
            answer = reply;
            return reply;
        }
    }

    /** A key that no other letter has. */
    static String key() {
        return "kill-" + UUID.randomUUID();
    }

    /**
     * Sends a new letter.
     *
     * @throws UncheckedIOException when it was not answered; it stays to be repeated
     */
    Reply send(Kind kind, Rest who, String path, String key, String body) {
        Letter letter = new Letter(kind, who, path, key, body);
        all.put(key, letter);
        return letter.send();
    }

    /** Repeats a letter that was done, as a client does whose answer was lost on the way; it must be answered the same. */
    void repeatDone(String key) {
        Letter letter = all.get(key);
        if (letter != null && letter.isDone()) {
            letter.send();
        }
    }

    /** Repeats all that was not answered, until it is. */
    int repeatOpen() {
        List<Letter> open =
                all.values().stream().filter(letter -> letter.status() == 0).toList();
        for (Letter letter : open) {
            untilAnswered(letter);
        }
        return open.size();
    }

    private static void untilAnswered(Letter letter) {
        for (int attempt = 1; ; attempt++) {
            try {
                letter.send();
                return;
            } catch (UncheckedIOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                KillTest.pause(100);
            }
        }
    }

    /** What was answered differently when it was asked again. */
    List<String> differing() {
        return List.copyOf(differing);
    }

    Collection<Letter> all() {
        return new ArrayList<>(all.values());
    }
}
