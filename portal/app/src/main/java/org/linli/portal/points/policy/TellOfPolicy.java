package org.linli.portal.points.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.util.List;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.platform.json.JsonText;
import org.linli.portal.platform.outbox.Outbox;
import org.linli.portal.platform.outbox.OutboxHandler;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.points.expiry.ExpiryTerms;

/** Tells everybody who has points that the policy changed: they may be thousands, so not in the request that changed it. */
@ApplicationScoped
public class TellOfPolicy implements OutboxHandler {
    private static final String TOPIC = "points-policy";

    private final Outbox outbox;
    private final Notices notices;
    private final Sql sql;

    @Inject
    public TellOfPolicy(Outbox outbox, Notices notices, Sql sql) {
        this.outbox = outbox;
        this.notices = notices;
        this.sql = sql;
    }

    /** Has everybody told if the present transaction commits. */
    void of(PointsPolicy policy, boolean otherTerms) {
        ExpiryTerms expiry = policy.expiry();
        outbox.append(
                TOPIC,
                JsonText.object()
                        .add("community", policy.communityId())
                        .add("version", policy.version())
                        .add("code", otherTerms ? code(expiry.kind()) : "points-policy-changed")
                        .add("months", expiry.months())
                        .add("from", String.valueOf(expiry.notBefore()))
                        .build()
                        .toString());
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void handle(String payload) {
        try (JsonReader reader = JsonText.reader(payload)) {
            JsonObject told = reader.readObject();
            long community = told.getJsonNumber("community").longValue();
            List<String> arguments = List.of(told.getString("from"), String.valueOf(told.getInt("months")));
            String dedup = "points-policy:" + community + ":" + told.getJsonNumber("version");
            sql.list(
                            "SELECT a.owner_id FROM points_account a JOIN member_balance b ON b.account_id = a.id"
                                    + " WHERE a.community_id = ? AND a.kind = 'MEMBER' AND b.balance > 0",
                            row -> row.number(1),
                            community)
                    .forEach(person -> notices.send(
                            new Notice(person, told.getString("code"), arguments, "/points-policy.xhtml", dedup)));
        }
    }

    private static String code(ExpiryTerms.Kind kind) {
        return switch (kind) {
            case NONE -> "points-policy-lasting";
            case YEAR_END -> "points-policy-year";
            case MONTHS -> "points-policy-months";
        };
    }
}
