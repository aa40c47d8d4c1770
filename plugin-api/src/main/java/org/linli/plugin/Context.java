package org.linli.plugin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The community in which a call happens, as far as the brand may see it. Everything is read-only and of that community alone;
 * each read is a short query of the core, its time does not count for the budget of the call, which is at most
 * doubled by it. Valid during the call only.
 */
public interface Context {
    /** The community's id and name. */
    Unit community();

    /** Who acts, or null when the portal does. */
    @Nullable
    Actor actor();

    /** Now, as the core sees it. */
    Instant now();

    /** The time zone of the portal: of the days that people see and of cron expressions. */
    default ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    /** The language of whoever reads the answer. */
    Locale locale();

    /**
     * A text of the brand's bundle in the language of the context, with {@code {0}} replaced by the first argument and so on.
     * A key without a text gives the key.
     */
    String text(String key, Object... arguments);

    /** The brand's settings in this community, with the defaults of the schema filled in. */
    Data settings();

    /** Records of the brand. Needs {@code records}. */
    Records records();

    /** Orders of the brand's own types. Needs {@code orders:own-types}. */
    Orders orders();

    /** Activities of the brand's own kinds. Needs {@code activities:own-kinds}. */
    Activities activities();

    /** People who hold a role of the brand, and teams. Needs {@code members:name}. */
    Members members();

    /** The parts of the community, itself first, each after its parent. */
    List<Unit> units();

    /**
     * A part of the tree.
     *
     * @param level {@code COMMUNITY}, {@code GRID}, {@code BUILDING} or {@code HOUSEHOLD_GROUP}
     */
    record Unit(String id, @Nullable String parentId, String level, String name) {}

    /**
     * Who acts.
     *
     * @param personId the person
     * @param name shown name
     * @param homeUnitId where they live
     * @param roles roles of the brand, and of the core in lower case with the prefix {@code core:}, such as {@code core:dispatcher}
     */
    record Actor(String personId, String name, String homeUnitId, Set<String> roles) {
        public Actor {
            roles = Set.copyOf(roles);
        }

        /** Whether they hold that role. */
        public boolean is(String role) {
            return roles.contains(role);
        }
    }

    /** Records of the brand in this community. */
    interface Records {
        Optional<Record> find(String kind, String key);

        /** Of that kind, by key, at most 500 from an offset. */
        List<Record> list(String kind, int offset, int limit);

        /**
         * Of that kind where the declared index has that value, newest change first.
         *
         * @throws IllegalArgumentException when the descriptor declares no such index
         */
        List<Record> by(String kind, String index, String value, int offset, int limit);

        /** How many have that value in that declared index. */
        long count(String kind, String index, String value);

        /**
         * Reads the sealed fields of a record. Only for roles that the kind's {@code unseal} names, and each reading is
         * written into the audit log with the actor.
         *
         * @throws IllegalStateException when the actor may not
         */
        Data unseal(String kind, String key);
    }

    /**
     * A record; sealed fields are left out of its data.
     *
     * @param version rises with each change, for {@link org.linli.plugin.effect.Effect.PutRecord}
     */
    record Record(String kind, String key, Data data, long version, Instant createdAt, Instant changedAt) {}

    /** Orders of the brand's types in this community. */
    interface Orders {
        Optional<OrderView> find(String orderId);

        /** Of that type, newest first; open ones alone if so asked. */
        List<OrderView> list(String type, boolean open, int offset, int limit);

        /** The children of an order, oldest first. */
        List<OrderView> children(String orderId);

        /** How many of that type are open, by unit id where the service happens. */
        java.util.Map<String, Long> openByUnit(String type);

        /** How many of that type were placed since then. */
        long count(String type, Instant since);
    }

    /** Activities of the brand's kinds in this community. */
    interface Activities {
        Optional<ActivityView> find(String activityId);

        /** Of that kind, beginning in that span, in order of time. */
        List<ActivityView> between(String kind, Instant from, Instant to, int limit);

        /** Of that kind to which the person is assigned or signed up, not over yet, in order of time. */
        List<ActivityView> upcomingOf(String personId, String kind, int limit);

        /** How many of that kind were finished since then, and how many people were counted at them. */
        Tally finished(String kind, Instant since);

        /** A count of activities and of heads. */
        record Tally(long activities, long heads) {}
    }

    /** People of the brand and teams of the community. */
    interface Members {
        /** Who holds that role of the brand. */
        List<Member> holding(String role);

        Optional<Member> find(String personId);

        /** Volunteers in that team of the community. */
        List<Member> ofTeam(String teamCode);
    }

    /**
     * A person as the brand may see them.
     *
     * @param phone only with {@code members:contact}, else empty
     */
    record Member(String personId, String name, String homeUnitId, String phone) {}
}
