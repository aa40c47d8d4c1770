package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** What is announced to a community, as one list. */
@Order(84)
class AnnouncementsTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();

    private final Rest resident = Secrets.rest(PORTAL, "resident");

    @Test
    void it_holds_the_nominations_and_the_entries_that_the_page_shows_newest_first() {
        List<JsonObject> all = items(resident, "announcements?limit=100");
        List<String> expected = new ArrayList<>(ids(items(resident, "nominations?status=ANNOUNCED&limit=100")));
        expected.addAll(ids(items(resident, "back-entries?limit=100")));

        assertThat(ids(all))
                .containsExactlyInAnyOrderElementsOf(expected)
                .isSortedAccordingTo(
                        Comparator.<String>comparingLong(Long::parseLong).reversed());
        assertThat(all).extracting(one -> one.getString("kind")).contains("NOMINATION", "BACK_ENTRY");
        assertThat(all).allSatisfy(one -> {
            boolean nomination = one.getString("kind").equals("NOMINATION");
            assertThat(one.containsKey("bonus")).isEqualTo(nomination);
            assertThat(one.containsKey("minutes")).isNotEqualTo(nomination);
            assertThat(one.getString("announcedUntil")).endsWith("Z");
            resident.get((nomination ? "nominations/" : "back-entries/") + one.getString("id"))
                    .expect(200);
        });
    }

    @Test
    void page_by_page_it_is_the_same_list() {
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page =
                    resident.get("announcements?limit=1" + cursor).expect(200).json();
            assertThat(page.getJsonArray("items")).hasSizeLessThanOrEqualTo(1);
            paged.addAll(ids(page.getJsonArray("items").getValuesAs(JsonObject.class)));
            cursor = page.containsKey("nextCursor") && !page.isNull("nextCursor")
                    ? "&cursor=" + page.getString("nextCursor")
                    : "";
        } while (!cursor.isEmpty());

        assertThat(paged)
                .hasSizeGreaterThan(1)
                .containsExactlyElementsOf(ids(items(resident, "announcements?limit=100")));
        resident.get("announcements?limit=0").expect(400);
        resident.get("announcements?cursor=!").expect(400);
    }

    @Test
    void only_those_who_sign_in_read_it_and_only_what_their_community_is_told() {
        Rest.nobody(PORTAL).get("announcements").expect(401);
        String home = resident.get("me").expect(200).json().getString("communityId");
        assertThat(items(resident, "announcements?limit=100"))
                .extracting(one -> one.getString("communityId"))
                .containsOnly(home);
    }

    private static List<JsonObject> items(Rest who, String path) {
        return who.get(path).expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static List<String> ids(List<JsonObject> items) {
        return items.stream().map(one -> one.getString("id")).toList();
    }
}
