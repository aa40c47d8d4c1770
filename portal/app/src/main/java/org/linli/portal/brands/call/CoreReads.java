package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.portal.brands.ActivityReads;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor.RecordKind;
import org.linli.portal.brands.OrderReads;
import org.linli.portal.brands.call.Call.NotAllowed;
import org.linli.portal.brands.record.RecordRows;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Contact;
import org.linli.portal.people.Contacts;
import org.linli.portal.platform.audit.AuditLog;

/** What plugins may read of the community; runs on the thread of whoever waits for the plugin. */
@ApplicationScoped
public class CoreReads {
    private static final Set<OrgLevel> SHOWN =
            Set.of(OrgLevel.COMMUNITY, OrgLevel.GRID, OrgLevel.BUILDING, OrgLevel.HOUSEHOLD_GROUP);

    private final OrgTree tree;
    private final Contacts contacts;
    private final Brands brands;
    private final RecordRows records;
    private final Caller caller;
    private final AuditLog audit;
    private final Instance<OrderReads> orders;
    private final Instance<ActivityReads> activities;

    @Inject
    @SuppressWarnings("TooManyParameters") // one door to many rooms
    public CoreReads(
            OrgTree tree,
            Contacts contacts,
            Brands brands,
            RecordRows records,
            Caller caller,
            AuditLog audit,
            Instance<OrderReads> orders,
            Instance<ActivityReads> activities) {
        this.tree = tree;
        this.contacts = contacts;
        this.brands = brands;
        this.records = records;
        this.caller = caller;
        this.audit = audit;
        this.orders = orders;
        this.activities = activities;
    }

    /**
     * A read in a transaction of its own. Outside of one the container keeps the entity manager at the task of the thread, where
     * workers of one job share it.
     */
    @Transactional
    public <R> R within(Supplier<R> read) {
        return read.get();
    }

    Context.Unit community(BrandScope scope) {
        return unit(tree.unit(scope.communityId()));
    }

    List<Context.Unit> units(BrandScope scope) {
        List<Context.Unit> units = new ArrayList<>();
        for (OrgLevel level : OrgLevel.values()) {
            if (SHOWN.contains(level)) {
                tree.inCommunity(scope.communityId(), level).forEach(unit -> units.add(unit(unit)));
            }
        }
        return units;
    }

    private static Context.Unit unit(OrgUnitView unit) {
        String parent = unit.level() == OrgLevel.COMMUNITY ? null : String.valueOf(unit.parentId());
        return new Context.Unit(Long.toString(unit.id()), parent, unit.level().name(), unit.name());
    }

    Context.Actor actor(BrandScope scope, long personId) {
        Contact person = contacts.of(List.of(personId)).stream()
                .findFirst()
                .orElseThrow(() -> new NotAllowed("the actor is gone"));
        return new Context.Actor(
                Long.toString(personId), person.name(), Long.toString(person.homeUnitId()), roles(scope, personId));
    }

    private Set<String> roles(BrandScope scope, long personId) {
        Set<String> roles = new HashSet<>(brands.rolesOf(scope.brand(), personId));
        if (caller.isSignedIn() && caller.personId() == personId) {
            caller.identity().grants().stream()
                    .filter(held -> caller.holds(held.role(), scope.communityId())
                            || caller.worksIn(Set.of(held.role()), scope.communityId()))
                    .forEach(held -> roles.add("core:" + held.role().name().toLowerCase(Locale.ROOT)));
        }
        return roles;
    }

    List<Context.Member> holding(BrandScope scope, String role) {
        return contacts.of(brands.holding(scope.brand(), role)).stream()
                .map(one -> member(scope, one, true))
                .toList();
    }

    Optional<Context.Member> member(BrandScope scope, String personId) {
        long id = id(personId);
        boolean ours = !brands.rolesOf(scope.brand(), id).isEmpty();
        return contacts.of(List.of(id)).stream()
                .filter(one -> ours || one.communityId() == scope.communityId())
                .findFirst()
                .map(one -> member(scope, one, ours));
    }

    List<Context.Member> ofTeam(BrandScope scope, String code) {
        return contacts.ofTeam(scope.communityId(), code).stream()
                .map(one -> member(scope, one, true))
                .toList();
    }

    private static Context.Member member(BrandScope scope, Contact one, boolean reachable) {
        boolean phone = reachable && scope.descriptor().needs("members:contact") && one.phone() != null;
        return new Context.Member(
                Long.toString(one.personId()),
                one.name(),
                Long.toString(one.homeUnitId()),
                phone ? String.valueOf(one.phone()) : "");
    }

    Data unseal(BrandScope scope, RecordKind kind, String key) {
        Long person = scope.personId();
        if (person == null || brands.rolesOf(scope.brand(), person).stream().noneMatch(kind.unseal()::contains)) {
            throw new NotAllowed("the actor may not unseal " + kind.code());
        }
        Data opened = records.unsealed(scope.brand(), kind.code(), key).orElse(Data.EMPTY);
        audit.record(
                "brands.unseal",
                scope.communityId(),
                new AuditLog.Subject("brand_record", 0),
                scope.brandId() + " " + kind.code() + " " + key);
        return opened;
    }

    RecordRows records() {
        return records;
    }

    Context.Orders orders(BrandScope scope) {
        return one(orders).of(scope);
    }

    Context.Activities activities(BrandScope scope) {
        return one(activities).of(scope);
    }

    private static <T> T one(Instance<T> offered) {
        if (!offered.isResolvable()) {
            throw new NotAllowed("this portal has no such thing");
        }
        return offered.get();
    }

    /** An id as plugins write it; what is none names nobody. */
    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
