package org.linli.portal.brands.release;

import jakarta.enterprise.event.Event;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.linli.database.TestDatabase;
import org.linli.portal.brands.BrandSwitched;
import org.linli.portal.notices.Notices;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.Fired;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.outbox.Outbox;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestTransactions;
import org.linli.portal.platform.security.FieldCipher;

/** Two communities on a schema of its own, the releases wired by hand; nodes share the database. */
final class ReleaseFixture {
    static final long A = 7;
    static final long B = 8;

    final TestDatabase database = TestDatabase.create();
    final TestTransactions transactions = new TestTransactions(database);
    final Sql sql = new Sql(transactions.joiningOrAlone());
    final Clock clock = Clock.systemUTC();
    final Somebody caller = new Somebody();
    final AuditLog audit = new AuditLog(sql, clock, caller);
    final ReleaseRows releases = new ReleaseRows(sql, clock);
    final PointerRows pointers = new PointerRows(sql, clock);
    final NodeRows nodes = new NodeRows(sql, clock);
    final BindingRows bindingRows = new BindingRows(sql, clock);
    final OperatorRight right = new OperatorRight(caller);
    final List<BrandSwitched> switched = new ArrayList<>();
    final KeyPair keys = newKeys();
    final PublisherKeys publisherKeys = new PublisherKeys(
            sql,
            clock,
            right,
            audit,
            Optional.of("linli:"
                    + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())));
    final Notices notices = new Notices(new Outbox(sql, clock));
    final People people = new People(sql, new FieldCipher(Base64.getEncoder().encodeToString(new byte[32])), clock);
    final Path home;

    ReleaseFixture(Path home) {
        this.home = home;
        transactions.run(() -> {
            sql.update("INSERT INTO org_unit (id, level, code, name, path, created_at)"
                    + " VALUES (1, 'STREET', 'S', '仁和街道', '1/', '2026-01-01')");
            for (long id : new long[] {A, B}) {
                sql.update(
                        "INSERT INTO org_unit (id, parent_id, level, code, name, path, community_id, created_at)"
                                + " VALUES (?, 1, 'COMMUNITY', ?, ?, ?, ?, '2026-01-01')",
                        id,
                        "C" + id,
                        "社区" + id,
                        "1/" + id + "/",
                        id);
            }
        });
        caller.operator();
    }

    /** A portal over the database, with a home of its own. */
    Node node(String name) {
        return new Node(name);
    }

    final class Node {
        final Registry registry = new Registry();
        final Bindings bindings = new Bindings(sql, registry);
        final ReleaseNotices told = new ReleaseNotices(notices, people, bindings);
        final BindingFollow follow = new BindingFollow(bindings, bindingRows, event());
        final ReleaseSwitch change =
                new ReleaseSwitch(releases, pointers, follow, told, audit, clock, Duration.ofMinutes(10)) {
                    @Override
                    public void apply(Change change) {
                        transactions.run(() -> super.apply(change));
                    }
                };
        final ReleaseHealth health = new ReleaseHealth(registry, pointers, releases, change, clock);
        final JarCache cache;
        final LoadedReleases loaded;
        final Reconcile reconcile;
        final ReleaseDesk desk = new ReleaseDesk(releases, pointers, right, audit, clock) {
            @Override
            Release stage(CheckedJar checked, byte[] jar, Long signer) {
                return transactions.run(() -> super.stage(checked, jar, signer));
            }
        };
        final Upload upload = new Upload(publisherKeys, desk, right, false);
        final ReleaseWork work;

        private Node(String name) {
            this.cache = new JarCache(home.resolve(name));
            this.loaded = new LoadedReleases(registry, releases, cache);
            this.reconcile = new Reconcile(pointers, releases, nodes, health, loaded, clock, "on");
            this.work = new ReleaseWork(desk, releases, change, loaded, reconcile);
        }

        Release upload(PluginJar plugin) {
            byte[] jar = plugin.bytes();
            return upload.accept(new ByteArrayInputStream(jar), sign(jar));
        }

        Release install(PluginJar plugin) {
            return work.verify(upload(plugin).id());
        }

        /** The version that this node answers with. */
        String running(String brandId) {
            return registry.active(brandId).map(LoadedRelease::version).orElse("none");
        }
    }

    String sign(byte[] bytes) {
        return sign(keys, bytes);
    }

    static String sign(KeyPair by, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(by.getPrivate());
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Exactly one release of the brand is active, and the pointer names it. */
    String activeVersion(String brandId) {
        List<Release> active = releases.of(brandId, Release.Status.ACTIVE);
        Long pointed = pointers.find(brandId).map(Pointer::releaseId).orElse(null);
        if (active.size() > 1
                || active.stream()
                        .anyMatch(release -> !Long.valueOf(release.id()).equals(pointed))) {
            throw new AssertionError("pointer at " + pointed + ", active " + active);
        }
        if (active.isEmpty() && pointed != null) {
            throw new AssertionError("pointer at " + pointed + ", nothing active");
        }
        return active.isEmpty() ? "none" : active.get(0).version();
    }

    long person(long communityId, String name) {
        long id = Ids.next();
        transactions.run(() -> sql.update(
                "INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, '2026-01-01')",
                id,
                communityId,
                communityId,
                name,
                Long.toString(id, 36)));
        return id;
    }

    <T> Event<T> event() {
        return Fired.to(fact -> {
            if (fact instanceof BrandSwitched now) {
                switched.add(now);
            }
        });
    }

    /** Who asks; the same on all threads. */
    static final class Somebody extends Caller {
        private volatile Identity present;

        Somebody() {
            super(null);
        }

        void operator() {
            present = new Identity(1, "系统运维", 0, List.of(new Identity.Held(Role.OPERATOR, 0, "")));
        }

        void become(long personId, long communityId, Role... roles) {
            present = new Identity(
                    personId,
                    "某人",
                    communityId,
                    Arrays.stream(roles)
                            .map(role -> new Identity.Held(role, communityId, "1/" + communityId + "/"))
                            .toList());
        }

        @Override
        public Identity identity() {
            return present;
        }

        /** Without a tree: what is not one's own is not seen, save by operators of the whole. */
        @Override
        public boolean sees(long communityId) {
            return present.communityId() == communityId || holdsAnywhere(Role.OPERATOR);
        }
    }
}
