package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.EffectHandler;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.AccountRef;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.Posting;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.ledger.Posting.Transfer;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.people.People;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.time.Clocks;

/** Posts what brands grant: once for a key, to people of the community, not more in a day than the community approved. */
@ApplicationScoped
public class BrandPoints implements EffectHandler<Effect.GrantPoints> {
    private static final int LONGEST_KEY = 160;
    private static final int LONGEST_TEXT = 200;
    private static final long HUNDREDTHS = 100;

    private final Sql sql;
    private final Ledger ledger;
    private final People people;
    private final Brands brands;
    private final Instance<GrantGuard> guards;
    private final Clock clock;

    @Inject
    public BrandPoints(Sql sql, Ledger ledger, People people, Brands brands, Instance<GrantGuard> guards, Clock clock) {
        this.sql = sql;
        this.ledger = ledger;
        this.people = people;
        this.brands = brands;
        this.guards = guards;
        this.clock = clock;
    }

    @Override
    public Class<Effect.GrantPoints> type() {
        return Effect.GrantPoints.class;
    }

    @Override
    public void apply(BrandScope scope, Effect.GrantPoints effect) {
        long personId = Id.ofField(effect.personId(), "personId");
        check(scope, effect, personId);
        long grant = Ids.next();
        int fresh = sql.update(
                "INSERT IGNORE INTO brand_grant (id, community_id, brand_id, grant_key, person_id, amount, granted_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                grant,
                scope.communityId(),
                scope.brandId(),
                effect.key(),
                personId,
                effect.hundredths(),
                clock.instant());
        if (fresh == 0) {
            return; // granted before
        }
        if (!scope.demo()) {
            count(scope, effect.hundredths());
        }
        GrantGuard.Grant granted = new GrantGuard.Grant(
                grant,
                scope.communityId(),
                personId,
                effect.hundredths(),
                effect.key(),
                effect.explanation(),
                receipt(scope, effect));
        if (scope.demo() || guards.stream().noneMatch(guard -> guard.holds(granted))) {
            post(granted, scope.personId());
        }
    }

    /** Posts a grant; what was posted before is left as it is. */
    public void post(GrantGuard.Grant grant, @Nullable Long by) {
        Transfer transfer = new Transfer(
                AccountRef.common(AccountKind.ISSUANCE), AccountRef.member(grant.personId()), grant.amount());
        Fact fact = new Fact(Reason.BRAND, grant.id());
        ledger.post(Posting.transfer(grant.communityId(), fact, transfer, new Cause(by, grant.receipt())));
    }

    private void check(BrandScope scope, Effect.GrantPoints effect, long personId) {
        long most = scope.descriptor().pointsPerDay() * HUNDREDTHS;
        boolean plain = effect.key().length() <= LONGEST_KEY
                && !effect.key().isEmpty()
                && effect.key().chars().allMatch(c -> c > 0x20 && c < 0x7f);
        new Violations()
                .range(effect.hundredths(), "hundredths", 1, Math.max(1, most))
                .check(plain, "key", "orders.malformed-key", LONGEST_KEY)
                .requiredText(effect.explanation(), "explanation", LONGEST_TEXT)
                .throwIfAny();
        if (people.person(personId).communityId() != scope.communityId()) {
            throw DomainException.invalidField("personId", "orders.person-not-here");
        }
    }

    /** Counts into the day, in one conditional update that two nodes cannot both pass at the bound. */
    private void count(BrandScope scope, long amount) {
        long most = scope.descriptor().pointsPerDay() * HUNDREDTHS;
        String day = LocalDate.ofInstant(clock.instant(), Clocks.ZONE).toString();
        sql.update(
                "INSERT IGNORE INTO brand_grant_day (community_id, brand_id, day, amount) VALUES (?, ?, ?, 0)",
                scope.communityId(),
                scope.brandId(),
                day);
        int counted = sql.update(
                "UPDATE brand_grant_day SET amount = amount + ? WHERE community_id = ? AND brand_id = ? AND day = ?"
                        + " AND amount + ? <= ?",
                amount,
                scope.communityId(),
                scope.brandId(),
                day,
                amount,
                most);
        if (counted == 0) {
            throw DomainException.conflict("points.brand-limit", scope.brandId(), Points.format(most));
        }
    }

    private Receipt receipt(BrandScope scope, Effect.GrantPoints effect) {
        String name = brands.text(
                scope.brandId(), Locale.SIMPLIFIED_CHINESE, scope.descriptor().name());
        return Receipt.of("brand", 1)
                .with("brand", name + " " + scope.descriptor().version())
                .with("reason", effect.explanation())
                .with("amount", effect.hundredths());
    }
}
