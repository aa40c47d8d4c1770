package org.linli.acceptance.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Every POST of hours, ready to be sent. */
final class HoursWrites {
    private final Tables tables;
    private final Rest admin;
    private final Rest street;
    private final Rest district;
    private final Rest resident;
    private final Rest volunteer;
    private final String community;
    private final String item;
    private int sent;

    HoursWrites(RunningPortal portal) {
        tables = new Tables(portal);
        admin = Secrets.rest(portal, "admin");
        street = Secrets.rest(portal, "street");
        district = Secrets.rest(portal, "district");
        resident = Secrets.rest(portal, "resident");
        volunteer = Secrets.rest(portal, "volunteer");
        community = admin.get("me").expect(200).json().getString("communityId");
        item = tables.text("SELECT MIN(id) FROM service_item WHERE community_id = " + community);
    }

    /** By path as the document names it, without /api/v1/. */
    Map<String, Supplier<Write>> all() {
        Map<String, Supplier<Write>> all = new TreeMap<>();
        corrections(all);
        backEntries(all);
        all.put("me/hours/certificates", () -> {
            String day = LocalDate.of(2010, 1, 1).plusDays(sent++).toString();
            return Write.once(
                    () -> volunteer.post("me/hours/certificates").body("firstDay", day),
                    "SELECT COUNT(*) FROM service_certificate WHERE first_day = '" + day + "'",
                    1);
        });
        return all;
    }

    private void corrections(Map<String, Supplier<Write>> all) {
        all.put("service-records/{id}/corrections", () -> {
            String record = record();
            return Write.once(
                    () -> ask(record), "SELECT COUNT(*) FROM service_correction WHERE record_id = " + record, 1);
        });
        all.put("service-corrections/{id}/decision", () -> {
            String wish = ask(record()).send().expect(201).id();
            tables.change("UPDATE service_correction SET status = 'ASKED', decided_by = NULL WHERE id = " + wish);
            return moved(
                    "service_correction", wish, "APPROVED", () -> said(admin, "service-corrections", wish, "decision"));
        });
        all.put("service-corrections/{id}/confirmation", () -> {
            String wish = ask(record()).send().expect(201).id();
            return Write.once(
                    () -> said(street, "service-corrections", wish, "confirmation"),
                    "SELECT COUNT(*) FROM service_record WHERE reverses_id IS NOT NULL AND correction_id = " + wish,
                    1);
        });
        all.put("service-corrections/{id}/withdrawal", () -> {
            String wish = ask(record()).send().expect(201).id();
            return moved(
                    "service_correction",
                    wish,
                    "WITHDRAWN",
                    () -> admin.post("service-corrections/" + wish + "/withdrawal"));
        });
    }

    private void backEntries(Map<String, Supplier<Write>> all) {
        all.put("back-entries", () -> {
            Supplier<Rest.Call> entry = entry();
            return Write.once(entry, "SELECT COUNT(*) FROM service_back_entry WHERE reason = '补录" + sent + "'", 1);
        });
        all.put("back-entries/{id}/decision", () -> {
            String id = entry().get().send().expect(201).id();
            return moved("service_back_entry", id, "ANNOUNCED", () -> said(street, "back-entries", id, "decision"));
        });
        all.put("back-entries/{id}/objections", () -> {
            String id = announced();
            return Write.once(
                    () -> object(id), "SELECT COUNT(*) FROM service_objection WHERE back_entry_id = " + id, 1);
        });
        all.put("back-entries/{id}/judgement", () -> {
            String id = announced();
            object(id).send().expect(201);
            return moved("service_back_entry", id, "ANNOUNCED", () -> said(district, "back-entries", id, "judgement"));
        });
        all.put("back-entries/{id}/withdrawal", () -> {
            String id = entry().get().send().expect(201).id();
            return moved("service_back_entry", id, "WITHDRAWN", () -> admin.post("back-entries/" + id + "/withdrawal"));
        });
    }

    /** A record that stands and that nobody wants to correct. */
    private String record() {
        return tables.text("SELECT MIN(r.id) FROM service_record r LEFT JOIN service_record x ON x.reverses_id = r.id"
                + " LEFT JOIN service_correction w ON w.record_id = r.id"
                + " WHERE r.minutes > 0 AND x.id IS NULL AND w.id IS NULL AND r.community_id = " + community);
    }

    private Rest.Call ask(String record) {
        return admin.post("service-records/" + record + "/corrections").body("minutes", 7, "reason", "居民来电更正");
    }

    private static Rest.Call said(Rest who, String things, String id, String step) {
        return who.post(things + "/" + id + "/" + step).body("agree", true, "note", "属实");
    }

    private Rest.Call object(String id) {
        return resident.post("back-entries/" + id + "/objections").body("reason", "那天他不在");
    }

    private String announced() {
        String id = entry().get().send().expect(201).id();
        said(street, "back-entries", id, "decision").send().expect(200);
        return id;
    }

    /** Each in minutes of its own, in the small hours when nobody serves. */
    private Supplier<Rest.Call> entry() {
        int number = ++sent;
        String who = tables.text("SELECT MIN(v.person_id) FROM volunteer v JOIN person p ON p.id = v.person_id"
                + " LEFT JOIN role_grant g ON g.person_id = p.id AND g.role = 'COMMUNITY_ADMIN'"
                + " WHERE g.id IS NULL AND p.community_id = " + community);
        Instant from = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .minus(Duration.ofDays(10))
                .plus(Duration.ofHours(18).plusMinutes(5L * number));
        return () -> admin.post("back-entries")
                .body(
                        "volunteerId",
                        who,
                        "itemId",
                        item,
                        "startedAt",
                        from.toString(),
                        "endedAt",
                        from.plusSeconds(300).toString(),
                        "reason",
                        "补录" + number);
    }

    private static Write moved(String table, String id, String status, Supplier<Rest.Call> request) {
        return Write.once(
                request, "SELECT COUNT(*) FROM " + table + " WHERE id = " + id + " AND status = '" + status + "'", 1);
    }
}
