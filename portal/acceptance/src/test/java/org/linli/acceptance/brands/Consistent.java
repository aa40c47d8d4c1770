package org.linli.acceptance.brands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.brands.BrandPortal.PORTAL;
import static org.linli.acceptance.brands.BrandPortal.RELEASES;

import java.util.List;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.Rest;
import org.linli.acceptance.Secrets;

/** What has to agree about the release that works. */
final class Consistent {
    private Consistent() {}

    /** One release, the same in the pointer, in all bindings and in what answers. */
    static void require(List<String> active) {
        assertThat(active).hasSize(1);
        assertThat(RELEASES.active()).isEqualTo(active);
        assertThat(Rows.texts(
                        PORTAL,
                        "SELECT r.version FROM brand_pointer p JOIN brand_release r ON r.id = p.release_id"
                                + " WHERE p.brand_id = ?",
                        BrandPortal.BRAND))
                .isEqualTo(active);
        assertThat(Rows.texts(
                        PORTAL,
                        "SELECT DISTINCT CONCAT(b.state, ' ', b.version, ' ', b.generation - p.generation)"
                                + " FROM brand_binding b JOIN brand_pointer p ON p.brand_id = b.brand_id"
                                + " WHERE b.brand_id = ?",
                        BrandPortal.BRAND))
                .containsExactly("ON " + active.get(0) + " 0");
        for (String login : List.of("dispatcher", "dispatcher2")) {
            Rest dispatcher = Secrets.rest(PORTAL, login);
            Waiting.until(
                    "the brand serves",
                    60,
                    () -> BrandPortal.overview(dispatcher).status() == 200);
        }
        String running = "SELECT n.detail FROM brand_node n JOIN brand_pointer p ON p.brand_id = n.brand_id"
                + " AND p.generation = n.generation WHERE n.brand_id = ? AND n.state = 'RUNNING'";
        Waiting.until("the node says so", 60, () -> Rows.texts(PORTAL, running, BrandPortal.BRAND)
                .equals(active));
        assertThat(Rows.count(
                        PORTAL,
                        "SELECT COUNT(*) FROM brand_jar j LEFT JOIN brand_release r ON r.id = j.release_id"
                                + " WHERE r.id IS NULL"))
                .isZero();
        Invariants.hold(PORTAL);
    }
}
