package org.linli.portal.demo;

import java.time.Instant;
import org.linli.portal.demo.OrderHistory.Cast;
import org.linli.portal.platform.security.FieldCipher;

/** Composes all rows in memory. Equal for the same instant, except for what is encrypted or hashed with a salt. */
final class DemoComposer {
    private DemoComposer() {}

    /**
     * Everything up to that instant.
     *
     * @param flowPackId the pack 四单, entered by the migrations
     */
    static Dataset compose(Instant now, long flowPackId, FieldCipher cipher) {
        Scene scene = new Scene(DemoContent.read(), Period.until(now), new DemoIds(), new Dataset());
        Tree tree = Tree.compose(scene);
        People people = new PeopleComposer(scene, tree, cipher).compose();
        Catalogue catalogue = Catalogue.compose(scene, tree, flowPackId);
        Ledger ledger = new Ledger(scene, tree.communities());
        RuleHistory rules = new RuleHistory(scene, people).publish(tree.communities());
        OrderBook book = new OrderBook(flowPackId, people, ledger, new OrderNotices(scene, tree, people), rules);
        Diary diary = new Diary();
        Cast cast = new Cast(tree, people, catalogue);
        new OrderHistory(scene, cast, diary, book).compose();
        new LiveOrders(scene, cast, diary, book).compose();
        new ShopHistory(scene, people, ledger).compose(tree.communities());
        new ActivityHistory(scene, people).compose(tree.communities());
        new HoursHistory(scene, people).compose();
        new GoodDeeds(scene, people).compose();
        ledger.close();
        return scene.rows();
    }
}
