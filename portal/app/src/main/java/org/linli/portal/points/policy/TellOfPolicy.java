package org.linli.portal.points.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.notices.Circular;
import org.linli.portal.notices.Circulars;
import org.linli.portal.points.expiry.ExpiryTerms;

/** Tells everybody who has points that the policy changed. */
@ApplicationScoped
public class TellOfPolicy {
    private final Circulars circulars;

    @Inject
    public TellOfPolicy(Circulars circulars) {
        this.circulars = circulars;
    }

    /** Has everybody told if the present transaction commits. */
    void of(PointsPolicy policy, boolean otherTerms) {
        ExpiryTerms expiry = policy.expiry();
        circulars.send(new Circular(
                PointsOwners.NAME,
                policy.communityId(),
                0,
                otherTerms ? code(expiry.kind()) : "points-policy-changed",
                List.of(String.valueOf(expiry.notBefore()), String.valueOf(expiry.months())),
                "/points-policy.xhtml",
                "points-policy:" + policy.communityId() + ":" + policy.version()));
    }

    private static String code(ExpiryTerms.Kind kind) {
        return switch (kind) {
            case NONE -> "points-policy-lasting";
            case YEAR_END -> "points-policy-year";
            case MONTHS -> "points-policy-months";
        };
    }
}
