package org.linli.portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.linli.portal.demo.CommunityRows.AccountRow;
import org.linli.portal.demo.DemoContent.SignIn;
import org.linli.portal.demo.Names.Name;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.People.Volunteer;
import org.linli.portal.demo.Tree.Node;
import org.linli.portal.platform.security.FieldCipher;
import org.linli.portal.platform.security.PasswordHash;

/** Peoples the communities: the demo sign-ins, 115 community workers, residents and volunteers. */
final class PeopleComposer {
    private static final String PASSWORD = "linli-demo";

    /** Residents and volunteers in the communities that the seed document names; the others are smaller. */
    private static final Map<String, int[]> NAMED =
            Map.of("旺家社区", new int[] {70, 28}, "贵苑社区", new int[] {55, 20}, "龙生社区", new int[] {55, 21});

    private static final int HOUSEHOLD_GROUPS_OF_A_GRID = 6;
    private static final int RESIDENTS_ELSEWHERE = 18;
    private static final int VOLUNTEERS_ELSEWHERE = 7;
    private static final int ASSESSORS = 2;

    private final Scene scene;
    private final Tree tree;
    private final FieldCipher cipher;
    private final Register register;
    private final Names names;
    private final VolunteerCorps corps;
    private final People people = new People();
    private final Chance chance = new Chance("people");

    PeopleComposer(Scene scene, Tree tree, FieldCipher cipher) {
        this.scene = scene;
        this.tree = tree;
        this.cipher = cipher;
        this.register = new Register(scene, tree, cipher);
        this.names = new Names(scene.content());
        this.corps = new VolunteerCorps(scene, tree, people);
    }

    People compose() {
        enterSignIns();
        int serial = 0;
        for (Node community : tree.communities()) {
            appointStaff(community, serial);
            int[] size = NAMED.getOrDefault(
                    community.name(), new int[] {RESIDENTS_ELSEWHERE + (serial < 6 ? 1 : 0), VOLUNTEERS_ELSEWHERE});
            enterResidents(community, size[0]);
            enterVolunteers(community, size[1]);
            appointAssessors(community);
            enterApplicants(community);
            serial++;
        }
        superviseStreets();
        return people;
    }

    private void enterSignIns() {
        // one hash for all: they share a published password anyway, and a hash takes a tenth of a second
        String hash = PasswordHash.ofPublicPassword(PASSWORD);
        for (SignIn signIn : scene.content().signIns()) {
            Node community = communityNamed(signIn.community());
            Name name = new Name(signIn.name(), Names.search(signIn.pinyin()), signIn.born());
            // in the same grid, each in another household group
            int group = scene.content().signIns().indexOf(signIn) * 5 % HOUSEHOLD_GROUPS_OF_A_GRID;
            Person person = register.enter(
                    community,
                    tree.homes(community).get(group),
                    name,
                    scene.period().setup());
            people.addSignIn(signIn.login(), person);
            byte[] phone =
                    cipher.blindIndex(Register.phone(scene.content().signIns().indexOf(signIn) + 1));
            scene.rows().add(new AccountRow(person.id(), signIn.login(), phone, hash, person.since()));
        }
        Person operator = people.signedInAs("operator");
        for (SignIn signIn : scene.content().signIns()) {
            Person person = people.signedInAs(signIn.login());
            String first = signIn.roles().get(0);
            Node scope = scope(person, signIn.scope());
            register.grant(person, first, scope, operator);
            people.appoint(first, scope, person);
            signIn.roles().stream().skip(1).forEach(role -> register.enrol(person, role));
            if (first.equals("RESIDENT")) {
                people.addResident(person);
            } else if (first.equals("VOLUNTEER")) {
                corps.enlist(person, scene.content().profiles().get(0));
            }
        }
    }

    /** The office of a sign-in reaches from that level down. */
    private Node scope(Person person, String level) {
        Node unit = tree.grid(person.home());
        while (!unit.unit().level().equalsIgnoreCase(level)) {
            unit = tree.node(unit.unit().parent());
        }
        return unit;
    }

    private void appointStaff(Node community, int serial) {
        Person operator = people.signedInAs("operator");
        appoint("COMMUNITY_ADMIN", community, operator);
        Person admin = people.holder("COMMUNITY_ADMIN", community);
        appoint("DISPATCHER", community, admin);
        if (community.unit().isResettlement()) {
            appoint("SHOPKEEPER", community, admin);
        }
        List<Node> grids = tree.grids(community);
        // each grid has a worker; outside the named communities one looks after two or three
        int workers = NAMED.containsKey(community.name()) ? grids.size() : serial < 5 ? 4 : 3;
        for (int i = 0; i < grids.size(); i++) {
            Node grid = grids.get(i);
            if (i < workers) {
                appoint("GRID_WORKER", grid, admin);
            } else {
                Person worker = people.holder("GRID_WORKER", grids.get(i % workers));
                register.grant(worker, "GRID_WORKER", grid, admin);
                people.appoint("GRID_WORKER", grid, worker);
            }
        }
    }

    private void appoint(String role, Node unit, Person by) {
        if (people.isHeld(role, unit)) {
            return;
        }
        Node community = unit.isA("GRID") ? tree.node(unit.unit().parent()) : unit;
        Person person = register.enter(
                community, names.of(chance.between(1966, 1998)), scene.period().setup());
        register.grant(person, role, unit, by);
        register.enrol(person, "RESIDENT");
        people.appoint(role, unit, person);
    }

    private void enterResidents(Node community, int count) {
        for (int i = people.residents(community).size(); i < count; i++) {
            int born = chance.happens(0.6) ? chance.between(1938, 1962) : chance.between(1963, 2002);
            Person person = register.enter(community, name(i, born), arrival());
            register.enrol(person, "RESIDENT");
            people.addResident(person);
        }
    }

    private void enterVolunteers(Node community, int count) {
        Person admin = people.holder("COMMUNITY_ADMIN", community);
        var profiles = scene.content().profiles();
        for (int i = people.volunteers(community).size(); i < count; i++) {
            Person person = register.enter(community, name(i, chance.between(1955, 2004)), arrival());
            register.enrol(person, "RESIDENT");
            register.grant(person, "VOLUNTEER", community, admin);
            corps.enlist(person, profiles.get(i % profiles.size()));
        }
    }

    /** A nomination takes two votes: of the administrator and of volunteers, of whom one may have a part in it. */
    private void appointAssessors(Node community) {
        Person admin = people.holder("COMMUNITY_ADMIN", community);
        List<Volunteer> volunteers = people.volunteers(community);
        for (Volunteer volunteer : volunteers.subList(volunteers.size() - ASSESSORS, volunteers.size())) {
            register.grant(volunteer.person(), "ASSESSOR", community, admin);
        }
    }

    /** People who asked to become volunteers in the last days. */
    private void enterApplicants(Node community) {
        int count = NAMED.containsKey(community.name()) ? 3 : chance.between(0, 1);
        for (int i = 0; i < count; i++) {
            Instant at = scene.period().now().minus(Duration.ofHours(5 + 17L * i));
            Person person = register.enter(community, names.of(chance.between(1958, 2003)), at);
            register.enrol(person, "RESIDENT");
            corps.describe(person, chance.oneOf(scene.content().profiles()));
            register.apply(person, "VOLUNTEER", at, people.holder("COMMUNITY_ADMIN", community));
        }
    }

    private void superviseStreets() {
        Person operator = people.signedInAs("operator");
        for (Node community : tree.communities()) {
            Node street = tree.node(community.unit().parent());
            if (!people.isHeld("SUPERVISOR", street)) {
                Person person = register.enter(
                        community,
                        names.of(chance.between(1966, 1985)),
                        scene.period().setup());
                register.grant(person, "SUPERVISOR", street, operator);
                people.appoint("SUPERVISOR", street, person);
            }
        }
    }

    /** One or another has a name with rare characters, until they are used up. */
    private Name name(int serial, int born) {
        return serial == 3 && chance.happens(0.4) ? names.rareOr(born) : names.of(born);
    }

    /** Most people came before the first order, a tenth during the three months. */
    private Instant arrival() {
        Period period = scene.period();
        int days = chance.happens(0.9) ? chance.between(1, 28) : chance.between(30, 115);
        return period.setup().plus(Duration.ofDays(days)).plus(chance.minutes(0, 9 * 60));
    }

    private Node communityNamed(String name) {
        return tree.communities().stream()
                .filter(community -> community.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
