package org.linli.portal.points.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.Earned;
import org.linli.portal.points.PointsQueries;
import org.linli.portal.points.Receipts;

/** The caller's latest services that earned no points, with why. */
@Named("nothingEarned")
@RequestScoped
public class NothingEarned {
    private final PointsQueries queries;
    private final Receipts receipts;
    private final Language language;
    private @Nullable List<Service> all;

    @Inject
    public NothingEarned(PointsQueries queries, Receipts receipts, Language language) {
        this.queries = queries;
        this.receipts = receipts;
        this.language = language;
    }

    /** What earned nothing, and why in words. */
    public record Service(Earned earned, Receipts.Said said) {}

    public List<Service> getAll() {
        if (all == null) {
            List<Service> found = new ArrayList<>();
            for (Earned earned : queries.earned(true, Window.first()).items()) {
                if (earned.receipt() != null && !earned.takenBack()) {
                    found.add(new Service(earned, receipts.say(earned.receipt(), language.locale())));
                }
            }
            all = found;
        }
        return all;
    }
}
