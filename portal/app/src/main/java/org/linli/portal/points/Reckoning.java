package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.people.People;
import org.linli.portal.points.ServicePayment.Earning;
import org.linli.portal.points.rule.RuleArithmetic.Earned;
import org.linli.portal.points.rule.RuleBooks;

/** What a recorded service earns by the edition of the day on which it ended. */
@ApplicationScoped
class Reckoning {
    private final RuleBooks rules;
    private final EarnedPoints earned;
    private final People people;

    @Inject
    Reckoning(RuleBooks rules, EarnedPoints earned, People people) {
        this.rules = rules;
        this.earned = earned;
        this.people = people;
    }

    ServiceRule rule(ServiceRecorded service) {
        return new ServiceRule(rules.inForce(service.communityId(), ServiceRule.day(service)));
    }

    Earning earning(ServiceRecorded service, ServiceRule rule) {
        Earned before = rule.isCapped()
                ? earned.until(service.communityId(), service.volunteerId(), ServiceRule.day(service))
                : Earned.NOTHING;
        return rule.earning(service, before.day(), before.month(), confirmer(service));
    }

    private String confirmer(ServiceRecorded service) {
        Long reviewer = service.reviewerId();
        return reviewer == null ? "" : people.names(List.of(reviewer)).getOrDefault(reviewer, "");
    }
}
