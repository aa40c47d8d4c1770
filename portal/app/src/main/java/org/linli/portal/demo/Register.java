package org.linli.portal.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.linli.portal.demo.CommunityRows.AuditEntryRow;
import org.linli.portal.demo.CommunityRows.NoticeRow;
import org.linli.portal.demo.CommunityRows.PersonRow;
import org.linli.portal.demo.CommunityRows.RoleGrantRow;
import org.linli.portal.demo.Names.Name;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.Tree.Node;
import org.linli.portal.platform.json.JsonText;
import org.linli.portal.platform.security.FieldCipher;

/** Enters people and their roles. */
final class Register {
    private static final String[] ROOMS = {"01", "02", "03", "04"};

    private final Scene scene;
    private final Tree tree;
    private final FieldCipher cipher;
    private final Chance chance = new Chance("register");
    private final Set<String> publicNumbers = new HashSet<>();
    private int phones;

    Register(Scene scene, Tree tree, FieldCipher cipher) {
        this.scene = scene;
        this.tree = tree;
        this.cipher = cipher;
    }

    /** Somebody new who lives in the community. */
    Person enter(Node community, Name name, Instant since) {
        List<Node> homes = tree.homes(community);
        return enter(community, chance.oneOf(homes), name, since);
    }

    Person enter(Node community, Node home, Name name, Instant since) {
        String phone = phone(++phones);
        Person person = new Person(scene.ids().at(since), community, home, name.text(), address(home), since);
        scene.rows()
                .add(new PersonRow(
                        person.id(),
                        community.id(),
                        home.id(),
                        person.name(),
                        name.search(),
                        cipher.encrypt(phone),
                        cipher.blindIndex(phone),
                        person.address(),
                        name.born(),
                        publicNumber(),
                        since));
        return person;
    }

    /** A role in force since the person is known, granted by somebody else. */
    void grant(Person person, String role, Node unit, Person by) {
        LocalDate from = person.sinceDay();
        scene.rows()
                .add(new RoleGrantRow(
                        scene.ids().at(person.since()),
                        person.id(),
                        unit.id(),
                        role,
                        "ACTIVE",
                        from,
                        null,
                        person.since(),
                        by.id(),
                        person.since()));
        scene.rows()
                .add(new AuditEntryRow(
                        scene.ids().at(person.since()),
                        person.since(),
                        by.id(),
                        by.name(),
                        person.community().id(),
                        // volunteers are approved, offices given
                        role.equals("VOLUNTEER") ? "people.active" : "people.grant",
                        "person",
                        person.id(),
                        role + " @ " + unit.name()));
    }

    /** A role that the person took at sign-up. */
    void enrol(Person person, String role) {
        scene.rows()
                .add(new RoleGrantRow(
                        scene.ids().at(person.since()),
                        person.id(),
                        person.community().id(),
                        role,
                        "ACTIVE",
                        person.sinceDay(),
                        null,
                        person.since(),
                        null,
                        null));
    }

    /** A role that was asked for and waits for the administrator, who is told. */
    void apply(Person person, String role, Instant at, Person admin) {
        long id = scene.ids().at(at);
        scene.rows()
                .add(new NoticeRow(
                        scene.ids().at(at),
                        admin.id(),
                        "volunteer-applied",
                        JsonText.array().add(person.name()).build().toString(),
                        "/admin/person.xhtml?id=" + person.id(),
                        "volunteer-applied:" + id,
                        at,
                        null));
        scene.rows()
                .add(new RoleGrantRow(
                        id,
                        person.id(),
                        person.community().id(),
                        role,
                        "PENDING",
                        LocalDate.ofInstant(at, Period.ZONE),
                        null,
                        at,
                        null,
                        null));
    }

    /** A number that no operator holds: range 154 0000. */
    static String phone(int serial) {
        return "1540000%04d".formatted(serial);
    }

    private String address(Node home) {
        String building = home.isA("HOUSEHOLD_GROUP")
                ? tree.node(home.unit().parent()).name()
                : home.unit().note() + chance.between(1, 9) + "号楼";
        return building + chance.between(1, 3) + "单元" + chance.between(1, 6) + chance.oneOf(List.of(ROOMS)) + "室";
    }

    private String publicNumber() {
        String number = "L" + chance.digits(9);
        while (!publicNumbers.add(number)) {
            number = "L" + chance.digits(9);
        }
        return number;
    }
}
