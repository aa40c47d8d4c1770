package org.linli.portal.demo;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.portal.demo.DemoContent.GivenName;
import org.linli.portal.demo.DemoContent.RareName;
import org.linli.portal.demo.DemoContent.Surname;

/** Invents names that fit the year of birth. */
final class Names {
    private static final int TRIES = 12;

    private final DemoContent content;
    private final Chance chance = new Chance("names");
    private final Set<String> taken = new HashSet<>();
    private int rare;

    Names(DemoContent content) {
        this.content = content;
        content.signIns().forEach(signIn -> taken.add(signIn.name()));
    }

    /**
     * A name as it is kept.
     *
     * @param search pinyin for the search: initials and syllables
     */
    record Name(String text, String search, int born) {}

    /** A name of somebody born in about that year; rarely taken twice. */
    Name of(int born) {
        Name name = invent(born);
        for (int i = 0; i < TRIES && !taken.add(name.text()); i++) {
            name = invent(born);
        }
        return name;
    }

    /** The next of the names with rare characters, or an ordinary one when all are used. */
    Name rareOr(int born) {
        List<RareName> names = content.rareNames();
        if (rare == names.size()) {
            return of(born);
        }
        RareName name = names.get(rare++);
        return new Name(name.name(), search(name.pinyin()), name.born());
    }

    /**
     * Pinyin for the search.
     *
     * @param pinyin syllables, apart
     */
    static String search(String pinyin) {
        String initials = Arrays.stream(pinyin.split(" "))
                .map(part -> part.substring(0, 1))
                .collect(Collectors.joining());
        return initials + " " + pinyin.replace(" ", "");
    }

    private Name invent(int born) {
        Surname surname = chance.oneOf(content.surnames(), Surname::weight);
        GivenName given = chance.oneOf(content.givenNames().stream()
                .filter(candidate -> candidate.bornFrom() <= born && born <= candidate.bornTo())
                .toList());
        return new Name(surname.name() + given.name(), search(surname.pinyin() + " " + given.pinyin()), born);
    }
}
