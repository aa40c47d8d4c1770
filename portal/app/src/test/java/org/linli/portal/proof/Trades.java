package org.linli.portal.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Reason;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.points.expiry.ExpiryBook;
import org.linli.portal.points.expiry.ExpiryDesk;
import org.linli.portal.points.gift.DonateCommand;
import org.linli.portal.points.gift.PoolDesk;
import org.linli.portal.points.gift.PoolGrant;
import org.linli.portal.proof.Deeds.Things;
import org.linli.portal.shop.RedeemCommand;
import org.linli.portal.shop.Redemption;

/** What takes points away or moves them: holds, the shop, gifts, the pool, age. */
final class Trades {
    private static final int FAR = 4000;

    private final Town town;
    private final Acknowledged acknowledged;
    private final ExpiryBook ages;
    private final ExpiryDesk now;
    private final ExpiryDesk later;
    private final Things<Hold> holds = new Things<>();
    private final Things<Redemption> redemptions = new Things<>();
    private final Things<RedeemCommand> commands = new Things<>();
    private final Things<DonateCommand> gifts = new Things<>();
    private final Things<Long> asked = new Things<>();
    private final Things<Long> announced = new Things<>();
    private final java.util.Map<Long, long[]> goods = new java.util.HashMap<>();

    Trades(Town town, Acknowledged acknowledged) {
        this.town = town;
        this.acknowledged = acknowledged;
        Clock clock = Clock.systemUTC();
        ages = new ExpiryBook(town.sql, clock);
        now = new ExpiryDesk(ages, town.policies, town.ledger, town.notices, clock);
        later = new ExpiryDesk(
                ages, town.policies, town.ledger, town.notices, Clock.offset(clock, Duration.ofDays(2L * FAR)));
        for (long community : Town.COMMUNITIES) {
            goods.put(community, town.as(community, Town.keeper(community), Role.SHOPKEEPER, () ->
                    new long[] {town.shop.item(300, 10), town.shop.item(50, 10)}));
        }
    }

    private record Hold(long id, long community, long person, long amount) {}

    void hold(Random random, long community) {
        long person = Deeds.member(random, community);
        long amount = 1 + random.nextInt(600);
        long id = town.transactions.run(() -> town.ledger.hold(community, person, amount, Cause.PORTAL));
        acknowledged.posted(Reason.HOLD, id, person, -amount);
        holds.add(new Hold(id, community, person, amount));
    }

    /** Captures or releases a hold; others may do the same at once. */
    void settle(Random random, long community) {
        Hold hold = holds.any(random);
        if (hold == null) {
            return;
        }
        boolean capture = random.nextBoolean();
        town.transactions.run(() -> {
            if (capture) {
                town.ledger.capture(hold.id(), Cause.PORTAL);
            } else {
                town.ledger.release(hold.id(), Cause.PORTAL);
            }
        });
        acknowledged.posted(
                capture ? Reason.CAPTURE : Reason.RELEASE, hold.id(), hold.person(), capture ? 0 : hold.amount());
    }

    /** Redeems one or two pieces of one of two popular goods; perhaps the same request as before. */
    void redeem(Random random, long community) {
        RedeemCommand before = random.nextInt(5) == 0 ? commands.any(random) : null;
        long item = item(random, community);
        RedeemCommand command =
                before != null ? before : new RedeemCommand(Ids.next(), item, 1 + random.nextInt(2), null);
        commands.add(command);
        long person = Deeds.member(random, community);
        redeemed(town.as(community, person, Role.RESIDENT, () -> town.shop.shop.redeem(command)));
    }

    private void redeemed(Redemption redemption) {
        long person = redemption.person().personId();
        acknowledged.posted(Reason.HOLD, redemption.holdId(), person, -redemption.total());
        redemptions.add(redemption);
    }

    /** A redemption whose transaction fails in the end: neither paid nor reserved. */
    void undoneRedemption(Random random, long community) {
        RedeemCommand command = new RedeemCommand(Ids.next(), item(random, community), 1, null);
        Schedule.undone(() -> town.as(community, Deeds.member(random, community), Role.RESIDENT, () -> {
            town.shop.shop.redeem(command);
            throw new Schedule.Undone();
        }));
    }

    /** Cancelled by its owner, fetched at the counter, or lapsed: whoever comes first. */
    void end(Random random, long community) {
        Redemption redemption = redemptions.any(random);
        if (redemption == null) {
            return;
        }
        long home = redemption.communityId();
        long person = redemption.person().personId();
        switch (random.nextInt(3)) {
            case 0 -> {
                town.as(home, person, Role.RESIDENT, () -> town.shop.shop.cancel(redemption.id()));
                acknowledged.posted(Reason.RELEASE, redemption.holdId(), person, redemption.total());
            }
            case 1 -> {
                town.as(
                        home,
                        Town.keeper(home),
                        Role.SHOPKEEPER,
                        () -> town.shop.counter.handOver(null, redemption.pickupCode()));
                acknowledged.posted(Reason.CAPTURE, redemption.holdId(), person, 0);
            }
            default -> {
                if (town.transactions.run(() -> town.shop.lapse(redemption.id()))) {
                    acknowledged.posted(Reason.RELEASE, redemption.holdId(), person, redemption.total());
                }
            }
        }
    }

    /** A few pieces come: the goods are nearly always sold out. */
    void deliver(Random random, long community) {
        long item = item(random, community);
        int pieces = 1 + random.nextInt(3);
        town.as(community, Town.keeper(community), Role.SHOPKEEPER, () -> {
            town.shop.deliver(item, pieces);
            return true;
        });
    }

    /** A gift to a person in need or to the pool; perhaps the same request as before. */
    void donate(Random random, long community) {
        DonateCommand before = random.nextInt(5) == 0 ? gifts.any(random) : null;
        Long to = random.nextBoolean() ? Long.valueOf(Town.poor(community)) : null;
        DonateCommand command = before != null
                ? before
                : new DonateCommand(Ids.next(), to, Points.of(1 + random.nextInt(400)), false, null);
        gifts.add(command);
        long donor = Deeds.member(random, community);
        town.as(community, donor, Role.RESIDENT, () -> town.gifts.donations.donate(command));
        long amount = command.points() == null ? 0 : command.points().hundredths();
        acknowledged.posted(Reason.DONATION, command.donationId(), donor, -amount);
        if (command.recipientId() != null) {
            acknowledged.posted(Reason.GIFT, command.donationId(), command.recipientId(), amount);
        }
    }

    /** A grant from the pool, or the second administrator's word to one that was asked for. */
    void grant(Random random, long community) {
        Long waiting = random.nextBoolean() ? asked.any(random) : null;
        long id = waiting != null ? waiting : Ids.next();
        long home = waiting != null
                ? town.transactions.run(
                        () -> town.sql.number("SELECT community_id FROM pool_grant WHERE id = ?", waiting))
                : community;
        PoolGrant grant;
        if (waiting != null) {
            grant = town.as(home, Town.second(home), Role.COMMUNITY_ADMIN, () -> town.gifts.pool.approve(home, id));
        } else {
            Points points = Points.of(random.nextInt(4) == 0 ? 5_001 : 1 + random.nextInt(300));
            PoolDesk.GrantCommand command = new PoolDesk.GrantCommand(id, home, points, "住院");
            grant = town.as(home, Town.admin(home), Role.COMMUNITY_ADMIN, () -> town.gifts.pool.grant(home, command));
        }
        if (grant.status() == PoolGrant.Status.PAID) {
            acknowledged.posted(Reason.GIFT, id, grant.personId(), grant.amount());
        } else {
            asked.add(id);
        }
    }

    /** Points of one due date are announced to expire. */
    void announce(Random random, long community) {
        LocalDate due = LocalDate.now().plusDays(100 + random.nextInt(FAR));
        town.transactions.run(() -> now.announce(community, Town.TERMS, due, 0, 100));
        town.transactions
                .run(() -> town.sql.list(
                        "SELECT id FROM points_expiry WHERE community_id = ? AND settled_at IS NULL ORDER BY id DESC"
                                + " LIMIT 4",
                        row -> row.number(1),
                        community))
                .forEach(announced::add);
    }

    /** What was announced expires. */
    void expire(Random random, long community) {
        Long id = announced.any(random);
        if (id != null && town.transactions.run(() -> later.expire(id))) {
            long[] row = town.transactions.run(() -> town.sql
                    .first(
                            "SELECT person_id, amount FROM points_expiry WHERE id = ?",
                            found -> new long[] {found.number(1), found.number(2)},
                            id)
                    .orElseThrow());
            if (row[1] > 0) {
                acknowledged.posted(Reason.EXPIRY, id, row[0], -row[1]);
            }
        }
    }

    private long item(Random random, long community) {
        return goods.get(community)[random.nextInt(2)];
    }
}
