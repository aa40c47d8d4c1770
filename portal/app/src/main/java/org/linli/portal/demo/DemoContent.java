package org.linli.portal.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of {@code sql/demo}: what is written by hand, as opposed to composed (see sql/README.md). */
record DemoContent(
        List<Unit> units,
        List<TeamEntry> teams,
        List<Category> categories,
        List<Skill> skills,
        List<Item> items,
        List<Reward> rewards,
        List<Surname> surnames,
        List<GivenName> givenNames,
        List<RareName> rareNames,
        List<Profile> profiles,
        List<Story> stories,
        List<Comment> comments,
        List<Answer> answers,
        List<SignIn> signIns,
        List<Gathering> gatherings) {

    /** A node of the tree; the note of a community may say "resettlement", that of a grid names its estate. */
    record Unit(String code, String parent, String level, String name, int east, int north, String phone, String note) {
        boolean isResettlement() {
            return note.equals("resettlement");
        }
    }

    record TeamEntry(String code, String parent, String kind, String name, String unit) {}

    record Category(String code, String nameZh, String nameEn, String icon) {}

    record Skill(String code, String nameZh, String nameEn) {}

    /** A service; {@code absentIn} are the codes of the communities that do not offer it. */
    record Item(
            String key,
            String category,
            String nameZh,
            String nameEn,
            int minutes,
            long rate,
            List<String> skills,
            String riskNote,
            List<String> absentIn,
            String description) {}

    record Reward(String key, String nameZh, String nameEn, String icon, long price, int stock, String description) {}

    record Surname(String name, String pinyin, int weight) {}

    /** A given name and the years of birth in which it is usual. */
    record GivenName(String name, String pinyin, int bornFrom, int bornTo) {}

    record RareName(String name, String pinyin, int born) {}

    /** A kind of volunteer: what they can and when they are free (daytime, evenings, weekends). */
    record Profile(String name, List<String> skills, String free) {}

    /** What a resident asks for and what the volunteer wrote after it. */
    record Story(String item, String request, String journal) {}

    record Comment(int rating, String text) {}

    /** A text for a kind of occasion, e.g. DECLINE. */
    record Answer(String kind, String text) {}

    /** A demo sign-in; scope is the level at which the first role holds, the others hold in the community. */
    record SignIn(
            String login, String community, String name, String pinyin, int born, List<String> roles, String scope) {}

    /**
     * What a community does together.
     *
     * @param minute of the day when it begins
     * @param usual how many come
     */
    record Gathering(
            String kind,
            String title,
            String place,
            int weekday,
            int minute,
            int everyWeeks,
            Duration length,
            @Nullable Integer capacity,
            boolean everywhere,
            int usual,
            List<String> journals) {}

    static List<Category> readCategories() {
        return DemoFile.read(
                "service-categories",
                row -> new Category(text(row, "code"), text(row, "name_zh"), text(row, "name_en"), text(row, "icon")));
    }

    static List<Skill> readSkills() {
        return DemoFile.read("skills", row -> new Skill(text(row, "code"), text(row, "name_zh"), text(row, "name_en")));
    }

    static DemoContent read() {
        return new DemoContent(
                DemoFile.read("org-units", DemoContent::unit),
                DemoFile.read(
                        "teams",
                        row -> new TeamEntry(
                                text(row, "code"),
                                text(row, "parent"),
                                text(row, "kind"),
                                text(row, "name"),
                                text(row, "org_unit"))),
                readCategories(),
                readSkills(),
                DemoFile.read("service-items", DemoContent::item),
                DemoFile.read("reward-items", DemoContent::reward),
                DemoFile.read(
                        "surnames", row -> new Surname(text(row, "name"), text(row, "pinyin"), number(row, "weight"))),
                DemoFile.read(
                        "given-names",
                        row -> new GivenName(
                                text(row, "name"),
                                text(row, "pinyin"),
                                number(row, "born_from"),
                                number(row, "born_to"))),
                DemoFile.read(
                        "rare-names", row -> new RareName(text(row, "name"), text(row, "pinyin"), number(row, "born"))),
                DemoFile.read(
                        "volunteer-profiles",
                        row -> new Profile(text(row, "profile"), list(row, "skills"), text(row, "free"))),
                DemoFile.read(
                        "stories", row -> new Story(text(row, "item"), text(row, "request"), text(row, "journal"))),
                DemoFile.read("review-comments", row -> new Comment(number(row, "rating"), text(row, "text"))),
                DemoFile.read("answers", row -> new Answer(text(row, "kind"), text(row, "text"))),
                DemoFile.read("sign-ins", DemoContent::signIn),
                DemoFile.read("activities", DemoContent::gathering));
    }

    /** A text for that kind of occasion. */
    String answer(String kind, Chance chance) {
        return chance.oneOf(answers.stream()
                        .filter(answer -> answer.kind().equals(kind))
                        .toList())
                .text();
    }

    private static Unit unit(Map<String, String> row) {
        return new Unit(
                text(row, "code"),
                text(row, "parent"),
                text(row, "level"),
                text(row, "name"),
                number(row, "east_m"),
                number(row, "north_m"),
                text(row, "phone"),
                text(row, "note"));
    }

    private static Item item(Map<String, String> row) {
        return new Item(
                text(row, "key"),
                text(row, "category"),
                text(row, "name_zh"),
                text(row, "name_en"),
                number(row, "minutes"),
                number(row, "rate"),
                list(row, "skills"),
                text(row, "risk_note"),
                list(row, "absent_in"),
                text(row, "description"));
    }

    private static Reward reward(Map<String, String> row) {
        return new Reward(
                text(row, "key"),
                text(row, "name_zh"),
                text(row, "name_en"),
                text(row, "icon"),
                number(row, "price"),
                number(row, "stock"),
                text(row, "description"));
    }

    private static SignIn signIn(Map<String, String> row) {
        return new SignIn(
                text(row, "login"),
                text(row, "community"),
                text(row, "name"),
                text(row, "pinyin"),
                number(row, "born"),
                list(row, "roles"),
                text(row, "scope"));
    }

    private static Gathering gathering(Map<String, String> row) {
        return new Gathering(
                text(row, "kind"),
                text(row, "title"),
                text(row, "place"),
                number(row, "weekday"),
                number(row, "minute"),
                number(row, "every_weeks"),
                Duration.ofMinutes(number(row, "minutes")),
                text(row, "capacity").isEmpty() ? null : (Integer) number(row, "capacity"),
                text(row, "everywhere").equals("yes"),
                number(row, "usual"),
                list(row, "journals"));
    }

    private static String text(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("no column " + column);
        }
        return value;
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(text(row, column));
    }

    private static List<String> list(Map<String, String> row, String column) {
        return Arrays.stream(text(row, column).split(";"))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
