package org.linli.portal.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.AccountRef;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.ledger.LedgerQueries;
import org.linli.portal.ledger.Posting;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.persistence.Rollups;

/** Invariant 4: whatever happens to points, minutes stay. */
class TwoLedgersTest {
    @Test
    void minutes_do_not_change_when_points_are_earned_spent_expired_given_back_and_reversed() throws Exception {
        try (HoursFixture hours = new HoursFixture()) {
            Ledger ledger = LedgerFixture.ledger(hours.sql);
            long record = hours.record(75, Duration.ofDays(2));
            String before = minutes(hours);
            long member = HoursFixture.VOLUNTEER;
            Posting earned = Posting.transfer(
                    HoursFixture.COMMUNITY,
                    new Posting.Fact(Reason.SERVICE, record),
                    new Posting.Transfer(AccountRef.common(AccountKind.ISSUANCE), AccountRef.member(member), 1250),
                    Cause.PORTAL);
            long service = hours.transactions.run(() -> ledger.post(earned).id());
            long spent = hours.transactions.run(() -> ledger.hold(HoursFixture.COMMUNITY, member, 500, Cause.PORTAL));
            hours.transactions.run(() -> {
                ledger.capture(spent, Cause.PORTAL);
            });
            long returned =
                    hours.transactions.run(() -> ledger.hold(HoursFixture.COMMUNITY, member, 300, Cause.PORTAL));
            hours.transactions.run(() -> {
                ledger.release(returned, Cause.PORTAL);
            });
            Posting award = Posting.transfer(
                    HoursFixture.COMMUNITY,
                    new Posting.Fact(Reason.AWARD, 1),
                    new Posting.Transfer(AccountRef.common(AccountKind.ISSUANCE), AccountRef.member(member), 1000),
                    Cause.PORTAL);
            hours.transactions.run(() -> ledger.post(award).id());
            Posting expired = Posting.transfer(
                    HoursFixture.COMMUNITY,
                    new Posting.Fact(Reason.EXPIRY, 2),
                    new Posting.Transfer(AccountRef.member(member), AccountRef.common(AccountKind.EXPIRED), 400),
                    Cause.PORTAL);
            hours.transactions.run(() -> ledger.post(expired).id());
            hours.transactions.run(() -> ledger.reverse(service, Cause.PORTAL));

            long left = hours.transactions.run(() -> new LedgerQueries(hours.sql, new Rollups(hours.sql))
                    .balances(HoursFixture.COMMUNITY, member)
                    .available());
            assertThat(left).isEqualTo(100);
            assertThat(minutes(hours)).isEqualTo(before).isEqualTo("1 75 75");
            MyHours mine = hours.volunteer().run(d -> d.queries.mine());
            assertThat(List.of(mine.total().minutes(), mine.total().services())).containsExactly(75L, 1L);
        }
    }

    private static String minutes(HoursFixture hours) {
        return hours.transactions.run(() -> hours.sql
                .first(
                        "SELECT COUNT(*), SUM(minutes), MAX(minutes) FROM service_record",
                        row -> row.number(1) + " " + row.number(2) + " " + row.number(3))
                .orElseThrow());
    }
}
