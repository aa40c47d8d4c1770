package org.linli.portal.brands.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.brands.release.DescriptorYamlTest.refused;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.portal.brands.BrandData;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandSwitched;
import org.linli.portal.brands.SettingsCheck;
import org.linli.portal.brands.release.Binding.State;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;

/** A brand in two communities, on the real engine. */
class BindingTest {
    private static final BrandRef IN_A = new BrandRef("watch", ReleaseFixture.A);
    private static final BrandRef IN_B = new BrandRef("watch", ReleaseFixture.B);
    private static final String RECORDS = "needs: [records]\nrecords:\n  - {code: note}\n";
    private static final String SCHEMA = """
            {"type":"object","required":["unit"],"properties":{
              "days":{"type":"integer","minimum":1,"maximum":30,"default":7,"title":"brand.name"},
              "unit":{"type":"string","maxLength":10,"title":"brand.name","default":"m"}}}
            """;

    @TempDir
    Path home;

    private ReleaseFixture portal;
    private ReleaseFixture.Node node;
    private BindingDesk desk;
    private BrandRoleDesk roles;
    private ActiveReleases active;

    @BeforeEach
    void open() {
        portal = new ReleaseFixture(home);
        node = portal.node("one");
        active = new ActiveReleases(portal.pointers, portal.releases);
        Event<org.linli.portal.brands.BrandPurged> purged = portal.event();
        desk = new BindingDesk(node.bindings, portal.bindingRows, node.follow, active, tree(), portal.audit, purged);
        roles = new BrandRoleDesk(portal.sql, node.bindings, active, tree(), portal.audit, portal.clock);
        activate(PluginJar.sample("watch"));
        asAdministrator();
    }

    /** A caller who needs no tree: the fixture's, for whom only the own community is a community. */
    private Caller tree() {
        return portal.caller;
    }

    private void asAdministrator() {
        portal.caller.become(5, ReleaseFixture.A, Role.COMMUNITY_ADMIN);
    }

    private Release activate(PluginJar plugin) {
        portal.caller.operator();
        Release release = node.work.activate(node.install(plugin).id());
        asAdministrator();
        return release;
    }

    private Binding binding() {
        return node.bindings.find(IN_A).orElseThrow();
    }

    @Test
    void aCommunityTakesABrandUpRestsItAndLaysItDown() {
        assertThat(desk.view(IN_A).state()).isEqualTo("OFF");
        assertThat(desk.enable(IN_A, Set.of()).state()).isEqualTo("ON");
        assertThat(node.bindings.on(ReleaseFixture.A)).hasSize(1);
        refused(() -> desk.enable(IN_A, Set.of()), "on-already");
        assertThat(desk.suspend(IN_A).state()).isEqualTo("SUSPENDED");
        assertThat(desk.resume(IN_A).state()).isEqualTo("ON");
        refused(() -> desk.purge(IN_A), "disable-first");
        assertThat(desk.disable(IN_A).state()).isEqualTo("DISABLED");
        assertThat(desk.enable(IN_A, Set.of()).state()).isEqualTo("ON");
        desk.disable(IN_A);
        desk.purge(IN_A);
        assertThat(node.bindings.find(IN_A)).isEmpty();
        assertThat(portal.switched)
                .extracting(BrandSwitched::on)
                .containsExactly(true, false, true, false, true, false);
        assertThat(portal.sql.number("SELECT COUNT(*) FROM audit_entry WHERE community_id = 7"))
                .isEqualTo(7);
    }

    @Test
    void aCommunityAdministratorHasNoSayElsewhere() {
        assertThatThrownBy(() -> desk.enable(IN_B, Set.of()))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.kind()).isEqualTo(DomainException.Kind.NOT_FOUND));
        portal.caller.become(6, ReleaseFixture.A, Role.DISPATCHER);
        assertThatThrownBy(() -> desk.enable(IN_A, Set.of()))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.kind()).isEqualTo(DomainException.Kind.FORBIDDEN));
    }

    @Test
    void whatIsNoIdOfABrandIsNotFound() {
        assertThatThrownBy(() -> desk.view(new BrandRef("😀", ReleaseFixture.A)))
                .hasMessageContaining("not-found");
        assertThat(node.bindings.find(new BrandRef("", ReleaseFixture.A))).isEmpty();
    }

    @Test
    void allThatItNeedsIsApprovedOrItStaysOff() {
        activate(PluginJar.sample("watch").version("1.1.0").yaml(RECORDS));
        assertThat(desk.view(IN_A).needs()).containsExactly("records");
        refused(() -> desk.enable(IN_A, Set.of()), "needs-not-approved", "records");
        assertThat(desk.enable(IN_A, Set.of("records")).binding().orElseThrow().approved())
                .containsExactly("records");
    }

    @Test
    void anUpgradeThatNeedsMoreRestsUntilItIsApproved() {
        desk.enable(IN_A, Set.of());
        activate(PluginJar.sample("watch").version("1.1.0").yaml(RECORDS));
        assertThat(binding().state()).isEqualTo(State.SUSPENDED);
        assertThat(binding().reason()).isEqualTo("needs");
        assertThat(binding().version()).isEqualTo("1.0.0");
        refused(() -> desk.resume(IN_A), "cannot-resume-needs");
        desk.approve(IN_A, Set.of("records"));
        assertThat(binding().isOn()).isTrue();
        assertThat(binding().version()).isEqualTo("1.1.0");
    }

    @Test
    void theWayBackWakesWhatTheUpgradePutToRest() {
        desk.enable(IN_A, Set.of());
        Release more = activate(PluginJar.sample("watch").version("1.1.0").yaml(RECORDS));
        portal.caller.operator();
        node.work.rollBack(more.id());
        assertThat(binding().isOn()).isTrue();
        assertThat(binding().version()).isEqualTo("1.0.0");
    }

    @Test
    void aHigherBoundOfPointsIsGrowthAndALowerOneIsNot() {
        activate(PluginJar.sample("watch").version("1.1.0").yaml("needs: [{points: 500}]\n"));
        desk.enable(IN_A, Set.of("points:500"));
        activate(PluginJar.sample("watch").version("1.2.0").yaml("needs: [{points: 400}]\n"));
        assertThat(binding().isOn()).isTrue();
        activate(PluginJar.sample("watch").version("1.3.0").yaml("needs: [{points: 600}]\n"));
        assertThat(binding().reason()).isEqualTo("needs");
    }

    @Test
    void whatAnAdministratorPutToRestNoUpgradeWakes() {
        desk.enable(IN_A, Set.of());
        desk.suspend(IN_A);
        activate(PluginJar.sample("watch").version("1.1.0"));
        assertThat(binding().state()).isEqualTo(State.SUSPENDED);
    }

    @Test
    void whatFailsRestsAndAnUpgradeDoesNotWakeItUnasked() {
        desk.enable(IN_A, Set.of());
        FailingBrands failing =
                new FailingBrands(node.bindings, portal.bindingRows, node.follow, active, node.told, portal.audit);
        failing.suspend(IN_A, "Ping", FailingBrands.FAILED);
        failing.suspend(IN_A, "Ping", FailingBrands.FAILED);
        assertThat(binding().reason()).isEqualTo("failed");
        assertThat(desk.resume(IN_A).state()).isEqualTo("ON");
    }

    @Test
    void settingsFitTheSchemaAndTheBrandsOwnWord() {
        activate(PluginJar.sample("watch")
                .version("1.1.0")
                .yaml("settings: settings.schema.json\n")
                .entry("META-INF/brand/settings.schema.json", SCHEMA));
        desk.enable(IN_A, Set.of());
        assertThat(binding().settings()).isEqualTo(Data.of("days", 7, "unit", "m"));
        SettingsWork work = new SettingsWork(desk, active, checks());
        work.save(IN_A, Data.of("days", 9));
        assertThat(binding().settings()).isEqualTo(Data.of("days", 9, "unit", "m"));
        refusedSettings(work, Data.of("days", 99), "days");
        refusedSettings(work, Data.of("days", "many"), "days");
        refusedSettings(work, Data.of("unit", "much too long for it"), "unit");
        refusedSettings(work, Data.of("other", 1), "other");
        refusedSettings(work, Data.of("days", 13), "days");
    }

    private void refusedSettings(SettingsWork work, Data settings, String field) {
        assertThatThrownBy(() -> work.save(IN_A, settings))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.violations())
                        .anyMatch(violation -> violation.field().equals(field)));
    }

    /** The brand says that 13 days bring no luck. */
    private static Instance<SettingsCheck> checks() {
        SettingsCheck check = (brand, settings) ->
                settings.number("days") == 13 ? List.of(new Problem("days", "no luck")) : List.of();
        @SuppressWarnings("unchecked")
        Instance<SettingsCheck> all = (Instance<SettingsCheck>) Proxy.newProxyInstance(
                BindingTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> Stream.of(check));
        return all;
    }

    @Test
    void anUpgradeWhoseSettingsDoNotFitRestsUntilTheyDo() {
        desk.enable(IN_A, Set.of());
        activate(PluginJar.sample("watch")
                .version("1.1.0")
                .yaml("settings: settings.schema.json\n")
                .entry("META-INF/brand/settings.schema.json", SCHEMA.replace(",\"default\":\"m\"", "")));
        assertThat(binding().reason()).isEqualTo("settings");
        new SettingsWork(desk, active, checks()).save(IN_A, Data.of("unit", "m"));
        assertThat(desk.resume(IN_A).state()).isEqualTo("ON");
    }

    @Test
    void rolesAreForPeopleOfTheCommunityWithinTheirDays() {
        activate(PluginJar.sample("watch").version("1.1.0").yaml("roles:\n  - {code: member, name: brand.name}\n"));
        desk.enable(IN_A, Set.of());
        long here = portal.person(ReleaseFixture.A, "王秀英");
        long elsewhere = portal.person(ReleaseFixture.B, "李雪");
        BrandRoles held = new BrandRoles(portal.sql, portal.clock);
        BrandRoleDesk.Held given = roles.give(IN_A, new BrandRoleDesk.Give(here, "member", null, null));
        assertThat(held.of(IN_A, here)).containsExactly("member");
        assertThat(held.of(IN_B, here)).isEmpty();
        assertThat(held.holding(IN_A, "member")).containsExactly(here);
        assertThatThrownBy(() -> roles.give(IN_A, new BrandRoleDesk.Give(elsewhere, "member", null, null)))
                .hasMessageContaining("person-elsewhere");
        assertThatThrownBy(() -> roles.give(IN_A, new BrandRoleDesk.Give(here, "chief", null, null)))
                .hasMessageContaining("unknown-role");
        LocalDate later = LocalDate.now(portal.clock).plusDays(40);
        roles.give(IN_A, new BrandRoleDesk.Give(here, "member", later, null));
        assertThat(held.of(IN_A, here)).isEmpty();
        roles.end(IN_A, given.id());
        assertThat(roles.list(IN_A)).isEmpty();
    }

    @Test
    void whatItHasIsTakenOut() throws IOException {
        desk.enable(IN_A, Set.of());
        BrandData records = (brand, parts) -> {
            parts.objects("records", List.of(Data.of("key", "a")));
            parts.objects("records", List.of(Data.of("key", "b")));
            parts.file("photo.jpg", new byte[] {1, 2, 3});
        };
        BrandExport export = new BrandExport(desk, portal.bindingRows, roles, all(records), portal.audit, portal.clock);
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(export.zip(IN_A)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(entries).containsOnlyKeys("binding.json", "files/photo.jpg", "records.json", "roles.json");
        assertThat(entries.get("records.json")).contains("\"a\"").contains("\"b\"");
        assertThat(entries.get("binding.json")).contains("\"state\":\"ON\"");
        assertThat(binding().exportedAt()).isNotNull();
        portal.caller.become(9, ReleaseFixture.B, Role.COMMUNITY_ADMIN);
        assertThatThrownBy(() -> export.zip(IN_A)).hasMessageContaining("not-found");
    }

    private static Instance<BrandData> all(BrandData owner) {
        @SuppressWarnings("unchecked")
        Instance<BrandData> all = (Instance<BrandData>) Proxy.newProxyInstance(
                BindingTest.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("forEach")) {
                        @SuppressWarnings("unchecked")
                        Consumer<BrandData> action = (Consumer<BrandData>) arguments[0];
                        action.accept(owner);
                    }
                    return null;
                });
        return all;
    }
}
