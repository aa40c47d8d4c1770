package org.linli.portal.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.persistence.RecordBook;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Journal;
import org.linli.portal.ledger.Movement;
import org.linli.portal.ledger.Reason;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.idempotency.Answer;
import org.linli.portal.platform.idempotency.IdempotencyDesk;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.points.AwardCommand;

/** What earns points, and what corrects it: services, back-entries, corrections, held postings, awards, reversals. */
final class Deeds {
    private static final byte[] REQUEST = new byte[32];

    private final Town town;
    private final Acknowledged acknowledged;
    private final Things<AwardCommand> awards = new Things<>();
    private final Things<Movement> posted = new Things<>();
    private final Things<String> keys = new Things<>();
    private final Things<Service> services = new Things<>();
    private final Things<Service> held = new Things<>();

    Deeds(Town town, Acknowledged acknowledged) {
        this.town = town;
        this.acknowledged = acknowledged;
    }

    private record Service(long record, long community, long volunteer, int minutes) {}

    /** A new award, or one that was sent before or is being sent by somebody else just now. */
    void award(Random random, long community) {
        AwardCommand command = random.nextInt(3) == 0 ? awards.any(random) : null;
        if (command == null) {
            long person = member(random, community);
            command = new AwardCommand(Ids.next(), person, Points.of(1 + random.nextInt(900)), "好人好事");
            awards.add(command);
        }
        AwardCommand sent = command;
        long home = sent.personId() / 1000;
        Movement done = town.as(home, Town.admin(home), Role.COMMUNITY_ADMIN, () -> town.till.desk.award(sent));
        acknowledged.posted(Reason.AWARD, sent.awardId(), done.personId(), done.amount());
        posted.add(done);
    }

    /** An award with an Idempotency-Key, which clients repeat and the portal answers the same. */
    void awardByKey(Random random, long community) {
        String key = random.nextInt(2) == 0 ? keys.any(random) : null;
        if (key == null) {
            key = community + "-" + Ids.next();
            keys.add(key);
        }
        String sent = key;
        long home = Long.parseLong(sent.substring(0, sent.indexOf('-')));
        AwardCommand command = new AwardCommand(Ids.next(), Town.members(home).get(0), Points.of(250), "好人好事");
        String body;
        try {
            body = town.as(home, Town.admin(home), Role.COMMUNITY_ADMIN, () -> town.once
                    .first("admin", sent, REQUEST, () -> answer(town.till.desk.award(command)))
                    .body());
        } catch (IdempotencyDesk.KeyTaken taken) {
            body = town.transactions.run(() -> town.sql
                    .first("SELECT body FROM idempotency_record WHERE idem_key = ?", row -> row.text(1), sent)
                    .orElseThrow());
        }
        String[] said = String.valueOf(body).replace("\"", "").split(",");
        acknowledged.answered(sent, Long.parseLong(said[0]));
        acknowledged.posted(
                Reason.AWARD, Long.parseLong(said[1]), Town.members(home).get(0), 250);
    }

    private static Answer answer(Movement done) {
        return new Answer(201, null, null, "\"" + done.id() + "," + done.sourceId() + "\"");
    }

    /** An award whose transaction fails in the end: nothing of it stays. */
    void undoneAward(Random random, long community) {
        AwardCommand command = new AwardCommand(Ids.next(), member(random, community), Points.of(700), "好人好事");
        Schedule.undone(() -> town.as(community, Town.admin(community), Role.COMMUNITY_ADMIN, () -> {
            town.till.desk.award(command);
            throw new Schedule.Undone();
        }));
    }

    /** A mistaken award is taken back; perhaps by two at once. */
    void reverse(Random random, long community) {
        Movement wrong = posted.any(random);
        if (wrong != null) {
            town.as(
                    wrong.communityId(),
                    Town.admin(wrong.communityId()),
                    Role.COMMUNITY_ADMIN,
                    () -> town.till.desk.reverse(wrong.id(), "发错了"));
            acknowledged.posted(Reason.REVERSAL, wrong.id(), wrong.personId(), -wrong.amount());
        }
    }

    /** A reviewed order: its record and its points, or a record whose points are held. */
    void service(Random random, long community) {
        long volunteer = member(random, community);
        int minutes = 10 + random.nextInt(120);
        long order = Ids.next();
        long record = Ids.next();
        Instant ended = Instant.now().minus(Duration.ofHours(1 + random.nextInt(1000)));
        long paid = town.transactions.run(() -> {
            review(community, volunteer, order, minutes, ended);
            town.sql.update(
                    "INSERT INTO service_record (id, order_id, community_id, volunteer_id, resident_id, item_id,"
                            + " started_at, ended_at, minutes, evidence, recorded_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'B', ?)",
                    record,
                    order,
                    community,
                    volunteer,
                    Town.poor(community),
                    Town.SERVICE_ITEM + community,
                    ended.minus(Duration.ofMinutes(minutes)),
                    ended,
                    minutes,
                    ended);
            town.journal.note(Journal.Kind.SERVICE, record, community);
            return town.till.tell(town.records.facts(record));
        });
        counted(new Service(record, community, volunteer, minutes), paid);
    }

    private void review(long community, long volunteer, long order, int minutes, Instant ended) {
        town.sql.update(
                "INSERT INTO service_order (id, number, community_id, unit_id, item_id, flow_pack_id, principal_id,"
                        + " placer_id, status, address, wanted_from, wanted_to, expected_minutes, points_rate, placed_at,"
                        + " status_since) VALUES (?, ?, ?, ?, ?, 5, ?, ?, 'CLOSED', '', ?, ?, 60, 1000, ?, ?)",
                order,
                Long.toString(order, 36),
                community,
                community,
                Town.SERVICE_ITEM + community,
                Town.poor(community),
                Town.poor(community),
                ended.minus(Duration.ofMinutes(minutes)),
                ended,
                ended,
                ended);
        town.sql.update(
                "INSERT INTO review (order_id, reviewer_id, confirmed_minutes, reviewed_at) VALUES (?, ?, ?, ?)",
                order,
                Town.poor(community),
                minutes,
                ended);
    }

    /** A back-entry that was announced long enough enters the time record. */
    void backEntry(Random random, long community) {
        long volunteer = member(random, community);
        int minutes = 10 + random.nextInt(50);
        long entry = Ids.next();
        Instant ended = Instant.now().minus(Duration.ofMinutes(random.nextInt(1_000_000)));
        long[] done = town.transactions.run(() -> {
            town.sql.update(
                    "INSERT INTO service_back_entry (id, community_id, volunteer_id, item_id, started_at, ended_at,"
                            + " minutes, reason, entered_by, entered_at, status, approved_by)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, '停电漏记', ?, ?, 'COUNTED', ?)",
                    entry,
                    community,
                    volunteer,
                    Town.SERVICE_ITEM + community,
                    ended.minus(Duration.ofMinutes(minutes)),
                    ended,
                    minutes,
                    Town.admin(community),
                    ended,
                    Town.second(community));
            long record = town.records.enter(entry, "停电漏记");
            return new long[] {record, town.till.tell(town.records.facts(record))};
        });
        counted(new Service(done[0], community, volunteer, minutes), done[1]);
    }

    private void counted(Service service, long paid) {
        acknowledged.recorded(service.record(), service.minutes());
        if (paid > 0) {
            acknowledged.posted(Reason.SERVICE, service.record(), service.volunteer(), paid);
        } else {
            held.add(service);
        }
        services.add(service);
    }

    /** What was held is released by an administrator, once. */
    void release(Random random, long community) {
        Service service = held.any(random);
        if (service == null) {
            return;
        }
        long home = service.community();
        long paid = town.as(home, Town.admin(home), Role.COMMUNITY_ADMIN, () -> {
            town.held.release(town.guard.id(service.record()), "核实无误");
            return town.till.paid(service.record());
        });
        if (paid > 0) {
            acknowledged.posted(Reason.SERVICE, service.record(), service.volunteer(), paid);
        }
    }

    /** A record is reversed and replaced; its points are taken back where they are there still. */
    void correct(Random random, long community) {
        Service wrong = services.any(random);
        if (wrong == null) {
            return;
        }
        long home = wrong.community();
        int minutes = random.nextBoolean() ? 5 + random.nextInt(60) : 0;
        RecordBook.Warrant warrant = new RecordBook.Warrant(Ids.next(), "记错了", Town.admin(home), Town.second(home));
        long[] done = town.transactions.run(() -> {
            long reversing = town.records.reverse(wrong.record(), warrant);
            long replacing = minutes == 0 ? 0 : town.records.replace(wrong.record(), minutes, warrant);
            long paid = replacing == 0 ? 0 : town.till.tell(town.records.facts(replacing));
            return new long[] {reversing, replacing, paid};
        });
        acknowledged.recorded(done[0], -wrong.minutes());
        if (done[1] != 0) {
            counted(new Service(done[1], home, wrong.volunteer(), minutes), done[2]);
        }
        takeBack(wrong);
    }

    private void takeBack(Service wrong) {
        long transaction = town.transactions.run(() -> town.sql.number(
                "SELECT id FROM points_transaction WHERE reason = 'SERVICE' AND source_id = ?", wrong.record()));
        if (transaction != 0) {
            long paid = town.transactions.run(() -> {
                town.ledger.reverse(transaction, Cause.PORTAL);
                return town.till.paid(wrong.record());
            });
            acknowledged.posted(Reason.REVERSAL, transaction, wrong.volunteer(), -paid);
        }
    }

    static long member(Random random, long community) {
        return community * 1000 + random.nextInt(Town.MEMBERS);
    }

    /** What other threads made and one may act on; the same thing is given again and again. */
    static final class Things<T> {
        private static final int REMEMBERED = 12;
        private final java.util.List<T> things = new java.util.ArrayList<>();

        synchronized void add(T thing) {
            if (things.size() == REMEMBERED) {
                things.remove(0);
            }
            things.add(thing);
        }

        synchronized @Nullable T any(Random random) {
            return things.isEmpty() ? null : things.get(random.nextInt(things.size()));
        }
    }

    /**
     * Whether it is a refusal that leaves everything as it was: a word of the domain, or the key of the very same
     * redemption that somebody else is inserting just now.
     */
    static boolean isRefusal(Throwable failure) {
        return failure instanceof DomainException || SqlFailure.isDuplicate(failure, "'PRIMARY'");
    }
}
