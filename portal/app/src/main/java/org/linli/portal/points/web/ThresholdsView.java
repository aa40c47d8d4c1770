package org.linli.portal.points.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;
import org.linli.portal.points.check.CheckDesk;
import org.linli.portal.points.check.CheckQueries;
import org.linli.portal.points.check.Threshold;
import org.linli.portal.points.check.Thresholds;

/** The form of the thresholds, one line each. */
@Named("thresholdsView")
@ViewScoped
public class ThresholdsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient CheckQueries queries;

    @Inject
    private transient CheckDesk desk;

    @Inject
    private transient PageMessages messages;

    private long communityId;
    private long seen;
    private List<Line> lines = List.of();

    /** One threshold. */
    public static final class Line implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Threshold threshold;
        private @Nullable Integer number;

        Line(Threshold threshold, int number) {
            this.threshold = threshold;
            this.number = number;
        }

        public Threshold getThreshold() {
            return threshold;
        }

        public @Nullable Integer getNumber() {
            return number;
        }

        public void setNumber(@Nullable Integer number) {
            this.number = number;
        }
    }

    /** Reads those of that community. */
    public void load(String community) {
        communityId = Id.ofPath(community);
        Thresholds set = queries.thresholds(communityId);
        seen = set.version();
        lines = new ArrayList<>();
        set.numbers().forEach((threshold, number) -> lines.add(new Line(threshold, number)));
    }

    /** Saves them; an empty line is the usual number. */
    public String save() {
        Map<Threshold, Integer> all = new EnumMap<>(Threshold.class);
        for (Line line : lines) {
            Integer number = line.getNumber();
            all.put(line.getThreshold(), number == null ? line.getThreshold().usual() : number);
        }
        desk.set(communityId, seen, new Thresholds(all));
        messages.done("points.held.thresholds.saved");
        return "/admin/held-points.xhtml?faces-redirect=true&community=" + communityId;
    }

    public List<Line> getLines() {
        return lines;
    }
}
