package org.linli.portal.points.expiry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.points.expiry.ExpiryQueries;
import org.linli.portal.points.expiry.ExpiryTerms;
import org.linli.portal.points.expiry.Outlook;

/** What of the caller's points will expire, on the wallet. */
@Named("pointsOutlook")
@RequestScoped
public class OutlookView {
    private final ExpiryQueries queries;
    private @Nullable Outlook outlook;

    @Inject
    public OutlookView(ExpiryQueries queries) {
        this.queries = queries;
    }

    /** Whether points expire at all here. */
    public boolean isExpiring() {
        return outlook().terms().kind() != ExpiryTerms.Kind.NONE;
    }

    /** The days on which some will. */
    public List<Outlook.Coming> getComing() {
        return outlook().coming();
    }

    private Outlook outlook() {
        if (outlook == null) {
            outlook = queries.mine();
        }
        return outlook;
    }
}
