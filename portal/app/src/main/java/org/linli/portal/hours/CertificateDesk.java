package org.linli.portal.hours;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.Certificate.Holder;
import org.linli.portal.hours.persistence.BackEntryRows;
import org.linli.portal.hours.persistence.CertificateRows;
import org.linli.portal.hours.persistence.CertificateRows.Content;
import org.linli.portal.hours.persistence.RecordRows;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.time.Clocks;

/** 志愿服务记录证明: volunteers have one whenever they want it; whoever is shown one can check it. */
@Desk
public class CertificateDesk {
    /** Without letters that are mistaken for others when they are read out. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;
    private static final Pattern NUMBER = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Caller caller;
    private final People people;
    private final RecordRows records;
    private final CertificateRows rows;
    private final BackEntryRows turns;
    private final StarDesk stars;
    private final Clock clock;

    @Inject
    CertificateDesk(
            Caller caller,
            People people,
            RecordRows records,
            CertificateRows rows,
            BackEntryRows turns,
            StarDesk stars,
            Clock clock) {
        this.caller = caller;
        this.people = people;
        this.records = records;
        this.rows = rows;
        this.turns = turns;
        this.stars = stars;
        this.clock = clock;
    }

    /**
     * Issues a certificate of the caller's own services in a period; the same again while nothing changed.
     *
     * @param firstDay first day, null for the first service
     * @param lastDay last day, included, null for today
     * @throws DomainException 409 when there is no service in the period
     */
    public Certificate.Full issue(@Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
        long person = caller.personId();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Clocks.ZONE);
        HoursTotal total = records.total(person, now);
        Instant since = total.since();
        LocalDate last = lastDay == null ? today : lastDay;
        LocalDate first = firstDay != null ? firstDay : since == null ? last : LocalDate.ofInstant(since, Clocks.ZONE);
        new Violations()
                .check(!first.isAfter(last), "firstDay", "hours.period")
                .check(!last.isAfter(today), "lastDay", "hours.in-the-future")
                .check(first.getYear() > 2000, "firstDay", "hours.period")
                .throwIfAny();
        List<ServiceEntry> entries = records.standing(person, begin(first), begin(last.plusDays(1)), now);
        if (entries.isEmpty()) {
            throw DomainException.conflict("hours.nothing-to-certify");
        }
        turns.takeTurn(person); // two requests at once are not two papers
        int minutes = entries.stream().mapToInt(ServiceEntry::minutes).sum();
        int level = stars.ofCommunity(caller.communityId()).of(total.minutes()).stars();
        Content content = new Content(person, caller.communityId(), first, last, entries.size(), minutes, level);
        return full(same(content)
                .orElseGet(() -> rows.find(rows.add(content, number())).orElseThrow()));
    }

    private Optional<Certificate> same(Content wanted) {
        return rows.of(wanted.personId()).stream()
                .filter(c -> c.firstDay().equals(wanted.firstDay())
                        && c.lastDay().equals(wanted.lastDay())
                        && c.services() == wanted.services()
                        && c.minutes() == wanted.minutes()
                        && c.stars() == wanted.stars()
                        && isCurrent(c))
                .findFirst();
    }

    /** The caller's own, newest first, at most 50. */
    public List<Certificate> mine() {
        return rows.of(caller.personId());
    }

    /**
     * One with its services: the caller's own, or of a community that they work in.
     *
     * @throws DomainException 404 when there is none that the caller may know of
     */
    public Certificate.Full certificate(long id) {
        long person = caller.personId();
        return rows.find(id)
                .filter(c -> c.holder().id() == person
                        || (caller.sees(c.community().id())
                                && HoursRights.holdsOne(
                                        caller,
                                        HoursRights.READERS,
                                        c.community().id())))
                .map(this::full)
                .orElseThrow(DomainException::notFound);
    }

    /**
     * Whether a paper is genuine; for anybody, signed in or not.
     *
     * @param number as it stands on the paper, blanks and dashes do not matter
     * @throws DomainException 404 when no certificate has the number
     */
    public Certificate.Check check(@Nullable String number) {
        return find(number).orElseThrow(DomainException::notFound);
    }

    /** As {@link #check}, empty when no certificate has the number. */
    public Optional<Certificate.Check> find(@Nullable String number) {
        String plain = number == null ? "" : number.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        // the column is ASCII, and the database refuses to compare it with what cannot be
        return NUMBER.matcher(plain).matches() ? rows.find(plain).map(this::check) : Optional.empty();
    }

    private Certificate.Check check(Certificate found) {
        return new Certificate.Check(
                found.number(),
                hidden(found.holder().name()),
                found.community().name(),
                found.firstDay(),
                found.lastDay(),
                found.services(),
                found.minutes(),
                found.issuedAt(),
                isCurrent(found));
    }

    private boolean isCurrent(Certificate certificate) {
        return ids(entries(certificate, clock.instant()))
                .containsAll(ids(entries(certificate, certificate.issuedAt())));
    }

    private static List<Long> ids(List<ServiceEntry> entries) {
        return entries.stream().map(ServiceEntry::id).toList();
    }

    private List<ServiceEntry> entries(Certificate certificate, Instant at) {
        return records.standing(
                certificate.holder().id(),
                begin(certificate.firstDay()),
                begin(certificate.lastDay().plusDays(1)),
                at);
    }

    private Certificate.Full full(Certificate c) {
        String phone = people.person(c.holder().id()).maskedPhone();
        Holder holder =
                new Holder(c.holder().id(), c.holder().name(), c.holder().publicNumber(), phone);
        Certificate complete = new Certificate(
                c.id(),
                c.number(),
                holder,
                c.community(),
                c.firstDay(),
                c.lastDay(),
                c.services(),
                c.minutes(),
                c.stars(),
                c.issuedAt());
        return new Certificate.Full(complete, entries(c, c.issuedAt()));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Clocks.ZONE).toInstant();
    }

    private static String hidden(String name) {
        int first = name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    private static String number() {
        StringBuilder number = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            number.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }
}
