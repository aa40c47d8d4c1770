package org.linli.acceptance.rest;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Every POST of held postings, ready to be sent. */
final class HeldWrites {
    private final Tables tables;
    private final Rest admin;
    private final Rest volunteer;
    private final String volunteerId;
    private long next = System.currentTimeMillis();

    HeldWrites(RunningPortal portal) {
        tables = new Tables(portal);
        admin = Secrets.rest(portal, "admin");
        volunteer = Secrets.rest(portal, "volunteer");
        volunteerId = volunteer.get("me").expect(200).json().getString("personId");
    }

    /** By path as the document names it, without /api/v1/. */
    Map<String, Supplier<Write>> all() {
        Map<String, Supplier<Write>> all = new TreeMap<>();
        all.put(
                "held-postings/{id}/release",
                () -> moved("RELEASED", id -> admin.post("held-postings/" + id + "/release")
                        .body("reason", "核实过")));
        all.put(
                "held-postings/{id}/refuse",
                () -> moved("REFUSED", id -> admin.post("held-postings/" + id + "/refuse")
                        .body("reason", "不属实")));
        all.put(
                "held-postings/{id}/appeal",
                () -> moved(
                        "APPEALED",
                        id -> volunteer.post("held-postings/" + id + "/appeal").body("words", "当时确实在")));
        return all;
    }

    private interface Sending {
        Rest.Call of(String id);
    }

    private Write moved(String status, Sending sending) {
        String id = held();
        return Write.once(
                () -> sending.of(id),
                "SELECT COUNT(*) FROM held_posting WHERE id = " + id + " AND status = '" + status + "'",
                1);
    }

    /** One more that waits, for a service of the volunteer that has none. */
    private String held() {
        String id = Long.toString(next++);
        tables.change(
                "INSERT INTO held_posting (id, community_id, person_id, source, source_id, amount, title, receipt,"
                        + " findings, status, held_at) SELECT " + id
                        + ", s.community_id, s.volunteer_id, 'SERVICE', s.id, 100,"
                        + " '陪诊', '{\"rule\":\"service\",\"edition\":\"0\"}', '[]', 'HELD', NOW(6) FROM service_record s"
                        + " LEFT JOIN held_posting h ON h.source_id = s.id LEFT JOIN service_record x ON x.reverses_id = s.id"
                        + " WHERE s.volunteer_id = " + volunteerId
                        + " AND s.minutes > 0 AND h.id IS NULL AND x.id IS NULL ORDER BY s.id LIMIT 1");
        return id;
    }
}
