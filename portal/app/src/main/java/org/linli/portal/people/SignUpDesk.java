package org.linli.portal.people;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.security.FieldCipher;
import org.linli.portal.platform.security.PasswordHash;
import org.linli.portal.platform.security.Tokens;
import org.linli.portal.platform.time.Clocks;

/** Residents and volunteers join. A resident is one at once, a volunteer when the community has approved. */
@Desk
public class SignUpDesk {
    private static final int MAX_NAME = 100;
    private static final int MAX_ADDRESS = 200;
    private static final int FOUND = 40;
    private static final int NUMBER_DIGITS = 9;
    private static final int NUMBER_ATTEMPTS = 10;

    private final Sql sql;
    private final Clock clock;
    private final FieldCipher cipher;
    private final HomePlaces places;
    private final Applications applications;

    @Inject
    public SignUpDesk(Sql sql, Clock clock, FieldCipher cipher, HomePlaces places, Applications applications) {
        this.sql = sql;
        this.clock = clock;
        this.cipher = cipher;
        this.places = places;
        this.applications = applications;
    }

    /** Communities by a part of their name or their street's. */
    public List<OrgUnitView> communities(String text) {
        new Violations().text(text, "q", 60).throwIfAny();
        return places.units().communities(text, FOUND);
    }

    /** Where one can live in a community: its grids and buildings. */
    public List<OrgUnitView> homes(long communityId) {
        List<OrgUnitView> grids = places.tree().inCommunity(communityId, OrgLevel.GRID);
        List<OrgUnitView> buildings = places.tree().inCommunity(communityId, OrgLevel.BUILDING);
        return Stream.concat(grids.stream(), buildings.stream())
                .sorted(Comparator.comparing(OrgUnitView::code))
                .toList();
    }

    /**
     * Makes person, account and roles.
     *
     * @return the new person's id
     * @throws DomainException 400 naming the fields, 409 people.phone-taken
     */
    public long signUp(SignUp command) {
        String name = command.name() == null ? "" : command.name().strip();
        Optional<Phone> phone = Phone.of(command.phone() == null ? "" : command.phone());
        Optional<OrgUnitView> home = home(command.homeUnitId());
        check(command, name, phone, home);
        long personId = Ids.next();
        OrgUnitView unit = home.orElseThrow();
        long communityId = unit.communityId() == null ? 0 : unit.communityId();
        Phone number = phone.orElseThrow();
        firstFree(
                () -> "L" + Tokens.digits(NUMBER_DIGITS),
                free -> insertPerson(personId, unit, new Newcomer(name, command, number, free)));
        insertAccount(personId, number, String.valueOf(command.password()));
        applications.resident(personId, communityId);
        if (command.volunteering() != null) {
            applications.volunteer(personId, name, communityId, command.volunteering());
        }
        return personId;
    }

    private void check(SignUp command, String name, Optional<Phone> phone, Optional<OrgUnitView> home) {
        Violations violations = new Violations()
                .requiredLine(name, "name", MAX_NAME)
                .required(command.phone(), "phone")
                .check(command.phone() == null || phone.isPresent(), "phone", "people.bad-phone")
                .required(command.homeUnitId(), "homeUnitId")
                .check(command.homeUnitId() == null || home.isPresent(), "homeUnitId", "people.no-home-there")
                .text(command.address(), "address", MAX_ADDRESS)
                .range(command.birthYear(), "birthYear", 1900, today().getYear());
        PasswordRule.check(
                command.password(), List.of(name, phone.map(Phone::digits).orElse("")), violations);
        if (command.volunteering() != null) {
            applications.check(command.volunteering(), violations);
        }
        violations.throwIfAny();
    }

    private Optional<OrgUnitView> home(@Nullable Long unitId) {
        return unitId == null
                ? Optional.empty()
                : places.tree().find(unitId).filter(unit -> unit.communityId() != null);
    }

    /**
     * Inserts with the first public number that nobody has: they are drawn at random, so that they tell nothing, and
     * two in a town may meet.
     */
    static void firstFree(Supplier<String> numbers, Consumer<String> insert) {
        for (int attempt = 1; ; attempt++) {
            try {
                insert.accept(numbers.get());
                return;
            } catch (IllegalStateException e) {
                if (attempt == NUMBER_ATTEMPTS || !SqlFailure.isDuplicate(e, "person_public_number")) {
                    throw e;
                }
            }
        }
    }

    private record Newcomer(String name, SignUp command, Phone phone, String publicNumber) {}

    private void insertPerson(long id, OrgUnitView home, Newcomer newcomer) {
        SignUp command = newcomer.command();
        Phone phone = newcomer.phone();
        sql.update(
                "INSERT INTO person (id, community_id, home_unit_id, name, name_pinyin, phone_cipher, phone_index,"
                        + " address, birth_year, public_number, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                home.communityId(),
                home.id(),
                newcomer.name(),
                NamePinyin.of(newcomer.name()),
                cipher.encrypt(phone.digits()),
                cipher.blindIndex(phone.digits()),
                command.address() == null ? "" : command.address().strip(),
                command.birthYear(),
                newcomer.publicNumber(),
                clock.instant());
    }

    private void insertAccount(long personId, Phone phone, String password) {
        try {
            sql.update(
                    "INSERT INTO account (person_id, phone_index, password_hash, password_changed_at)"
                            + " VALUES (?, ?, ?, ?)",
                    personId,
                    cipher.blindIndex(phone.digits()),
                    PasswordHash.of(password),
                    clock.instant());
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "account_phone")) {
                throw DomainException.conflict("people.phone-taken");
            }
            throw e;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }
}
