package org.linli.portal.shop.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Texts;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violation;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.shop.Counter;
import org.linli.portal.shop.DayClose;
import org.linli.portal.shop.PickUpGuesses;
import org.linli.portal.shop.Redemption;
import org.linli.portal.shop.RedemptionStatus;
import org.linli.portal.shop.ShopQueries;

/** The counter: a code is typed or scanned, and a big yes or no answers. */
@Named("counterView")
@ViewScoped
public class CounterView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    @Inject
    private transient Counter counter;

    @Inject
    private transient PickUpGuesses guesses;

    @Inject
    private transient ShopQueries queries;

    @Inject
    private transient Texts texts;

    @Inject
    private transient Language language;

    private @Nullable String code;
    private @Nullable Redemption fetched;
    private @Nullable String refusal;
    private List<Redemption> waiting = new ArrayList<>();
    private List<Redemption> today = new ArrayList<>();
    private transient @Nullable DayClose day;

    @PostConstruct
    void begin() {
        waiting = new ArrayList<>(queries.ofShop(null, RedemptionStatus.RESERVED, new Window(Long.MAX_VALUE, SHOWN))
                .items());
        today = new ArrayList<>(queries.handedOver(null, queries.today()));
        day = queries.dayClose(null, queries.today());
    }

    /** Hands over what the code stands for; a refusal is shown as large as a success. */
    public void handOver() {
        fetched = null;
        refusal = null;
        try {
            fetched = guesses.count(null, () -> counter.handOver(null, code));
        } catch (RuntimeException e) { // the refusal may be wrapped; all else goes on
            DomainException refused = SqlFailure.find(e, DomainException.class);
            if (refused == null) {
                throw e;
            }
            refusal = words(refused);
        }
        code = null;
        begin();
    }

    private String words(DomainException refused) {
        if (refused.violations().isEmpty()) {
            return texts.of(refused.textKey(), refused.arguments().toArray());
        }
        Violation first = refused.violations().get(0);
        return texts.of(first.textKey(), first.arguments().toArray());
    }

    /** Name and pieces. */
    public String name(Redemption redemption) {
        return redemption.goods().words().name(language.isChinese()) + " × "
                + redemption.goods().quantity();
    }

    public @Nullable Redemption getFetched() {
        return fetched;
    }

    public @Nullable String getRefusal() {
        return refusal;
    }

    public List<Redemption> getWaiting() {
        return waiting;
    }

    public List<Redemption> getToday() {
        return today;
    }

    /** The day next to the ledger. */
    public DayClose getDay() {
        if (day == null) {
            day = queries.dayClose(null, queries.today());
        }
        return day;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
