package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.platform.amount.Points;

/** Tells volunteers what was held and how it was decided. */
@ApplicationScoped
class HeldNotices {
    private static final String PAGE = "/held.xhtml";

    private final Notices notices;

    @Inject
    HeldNotices(Notices notices) {
        this.notices = notices;
    }

    /** It is looked at. */
    void held(HeldPosting held) {
        send("points-held", held, List.of(held.title(), Points.format(held.amount())));
    }

    /** It was decided. */
    void decided(HeldPosting held, HeldStatus now, String why) {
        String code =
                switch (now) {
                    case RELEASED -> "points-held-released";
                    case REFUSED -> "points-held-refused";
                    default -> "points-held-dismissed";
                };
        send(code, held, List.of(held.title(), why));
    }

    private void send(String code, HeldPosting held, List<String> arguments) {
        notices.send(new Notice(held.personId(), code, arguments, PAGE, code + ":" + held.id()));
    }
}
