package org.linli.portal.points.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Movement;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.Explanation;
import org.linli.portal.points.PointsQueries;
import org.linli.portal.points.Receipts;
import org.linli.portal.points.Wallet;

/** The wallet: points and hours as two ledgers, and every movement. */
@Named("walletView")
@RequestScoped
public class WalletView {
    private final PointsQueries queries;
    private final Receipts receipts;
    private final Language language;

    private @Nullable String cursor;
    private @Nullable Wallet wallet;
    private List<Explanation> movements = List.of();
    private @Nullable String nextCursor;

    @Inject
    public WalletView(PointsQueries queries, Receipts receipts, Language language) {
        this.queries = queries;
        this.receipts = receipts;
        this.language = language;
    }

    /** Reads what the page shows. */
    public void load() {
        wallet = queries.wallet();
        Page<Movement> page = queries.statement(Window.of(cursor, null));
        movements = page.items().stream()
                .map(movement -> receipts.explain(movement, language.locale()))
                .toList();
        nextCursor = page.nextCursor();
    }

    public @Nullable Wallet getWallet() {
        return wallet;
    }

    public List<Explanation> getMovements() {
        return movements;
    }

    /** Address of the movements that follow, empty at the end. */
    public String getNextHref() {
        return nextCursor == null ? "" : "?cursor=" + nextCursor;
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }
}
