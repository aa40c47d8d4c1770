package org.linli.portal.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;

/** Tells the owner how a redemption ended, when somebody else ended it. */
@ApplicationScoped
class ShopNotices {
    private final Notices notices;

    @Inject
    ShopNotices(Notices notices) {
        this.notices = notices;
    }

    /** Whoever brought the code has the goods. */
    void pickedUp(Redemption redemption) {
        send("redemption-picked-up", redemption);
    }

    /** The shop could not hand it over. */
    void cancelled(Redemption redemption) {
        send("redemption-cancelled", redemption);
    }

    /** Nobody came in time. */
    void expired(Redemption redemption) {
        send("redemption-expired", redemption);
    }

    private void send(String code, Redemption redemption) {
        notices.send(new Notice(
                redemption.person().personId(),
                code,
                List.of(redemption.goods().words().name()),
                "/redemptions.xhtml",
                "redemption:" + redemption.id() + ":" + code));
    }
}
