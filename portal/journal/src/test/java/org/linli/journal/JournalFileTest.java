package org.linli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.journal.Finding.Why;

/** Whatever is done to a valid journal is found, and the first broken entry is named. */
class JournalFileTest {
    private static final int SIZE = 60;

    @TempDir
    Path directory;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final SampleJournal sample = new SampleJournal(seed, SIZE);
    private final PublishedRoots roots = sample.roots(20, 40);

    @RepeatedTest(5)
    void an_untouched_journal_is_accepted_with_and_without_roots() throws IOException {
        assertThat(check(sample.lines(), null).finding()).as(named()).isEmpty();
        JournalFile.Verdict verdict = check(sample.lines(), roots);
        assertThat(verdict.finding()).as(named()).isEmpty();
        assertThat(verdict.summary().entries()).isEqualTo(SIZE);
        assertThat(verdict.summary().roots()).isEqualTo(3);
    }

    @RepeatedTest(20)
    void a_removed_entry_is_named() throws IOException {
        List<String> lines = sample.lines();
        int at = random.nextInt(SIZE - 1);
        lines.remove(at);
        found(lines, null, Why.MISSING, at + 1, at + 2);
    }

    @RepeatedTest(20)
    void an_end_that_was_cut_off_is_found_by_what_was_published() throws IOException {
        int left = 1 + random.nextInt(SIZE - 1);
        List<String> lines = sample.lines().subList(0, left);
        assertThat(check(lines, null).finding()).as(named()).isEmpty();
        found(lines, roots, Why.ENDS_EARLY, left + 1, left + 1);
    }

    @RepeatedTest(20)
    void two_that_changed_places_are_named() throws IOException {
        List<String> lines = sample.lines();
        int at = random.nextInt(SIZE - 1);
        Collections.swap(lines, at, at + 1 + random.nextInt(SIZE - 1 - at));
        Finding finding = check(lines, null).finding().orElseThrow();
        assertThat(finding.why()).as(named()).isEqualTo(Why.MISSING);
        assertThat(finding.line()).as(named()).isEqualTo(at + 1);
    }

    @RepeatedTest(20)
    void one_that_was_repeated_elsewhere_is_named() throws IOException {
        List<String> lines = sample.lines();
        int which = random.nextInt(SIZE);
        int at = which + 1 + random.nextInt(SIZE - which);
        lines.add(at, lines.get(which));
        found(lines, null, Why.OUT_OF_ORDER, at + 1, which + 1);
    }

    @RepeatedTest(20)
    void one_that_was_invented_is_named() throws IOException {
        List<String> lines = sample.lines();
        int at = random.nextInt(SIZE);
        JournalEntry there = sample.entries.get(at);
        JournalEntry invented = new JournalEntry(there.link(), "SERVICE", "99", Map.of("minutes", 600L));
        lines.add(at, invented.line(invented.hash()));
        found(lines, null, Why.OUT_OF_ORDER, at + 2, at + 1);
    }

    @RepeatedTest(200)
    void any_byte_that_was_changed_is_found_in_its_line() throws IOException {
        List<String> lines = sample.lines();
        int at = random.nextInt(SIZE);
        byte[] bytes = lines.get(at).getBytes(StandardCharsets.UTF_8);
        int position = random.nextInt(bytes.length);
        byte before = bytes[position];
        bytes[position] = (byte) random.nextInt(256);
        if (bytes[position] == before || (position == 0 && "\r\n".indexOf(bytes[0]) >= 0)) {
            return;
        }
        Path file = directory.resolve("journal.jsonl");
        Files.write(file, lines.subList(0, at));
        try (var out = Files.newOutputStream(file, java.nio.file.StandardOpenOption.APPEND)) {
            out.write(bytes);
            out.write('\n');
            out.write(String.join("\n", lines.subList(at + 1, SIZE)).getBytes(StandardCharsets.UTF_8));
        }
        Finding finding = new JournalFile(file).check(null).finding().orElseThrow();
        assertThat(finding.line()).as(named() + " byte " + position).isEqualTo(at + 1);
    }

    @RepeatedTest(50)
    void a_changed_content_is_named_when_its_hash_was_left_as_it_was() throws IOException {
        List<String> lines = sample.lines();
        int at = random.nextInt(SIZE);
        JournalEntry entry = sample.entries.get(at);
        lines.set(at, changed(entry).line(entry.hash()));
        found(lines, null, Why.WRONG_HASH, at + 1, at + 1);
    }

    @RepeatedTest(20)
    void a_changed_content_with_a_new_hash_breaks_the_link_of_the_next() throws IOException {
        List<String> lines = sample.lines();
        int at = random.nextInt(SIZE - 1);
        JournalEntry changed = changed(sample.entries.get(at));
        lines.set(at, changed.line(changed.hash()));
        found(lines, null, Why.NOT_LINKED, at + 2, at + 2);
    }

    @RepeatedTest(20)
    void a_chain_made_anew_from_some_place_on_is_found_by_the_next_published_root() throws IOException {
        List<JournalEntry> entries = new ArrayList<>(sample.entries);
        int at = random.nextInt(SIZE);
        entries.set(at, changed(entries.get(at)));
        List<String> lines = SampleJournal.rechained(entries);
        assertThat(check(lines, null).finding())
                .as("nothing but a root can tell, " + named())
                .isEmpty();
        int root = at < 20 ? 20 : at < 40 ? 40 : SIZE;
        found(lines, roots, Why.ROOT_DIFFERS, root, root);
    }

    @Test
    void roots_of_another_community_prove_nothing() throws IOException {
        PublishedRoots others = new PublishedRoots("8", roots.roots());
        found(sample.lines(), others, Why.ROOTS_OF_OTHER, 1, 1);
    }

    @Test
    void an_empty_file_ends_early() throws IOException {
        found(List.of(), roots, Why.ENDS_EARLY, 1, 1);
    }

    private JournalEntry changed(JournalEntry entry) {
        Map<String, Object> content = new TreeMap<>(entry.content());
        content.put("changed", "by somebody");
        return SampleJournal.with(entry, content);
    }

    private void found(List<String> lines, @Nullable PublishedRoots known, Why why, int line, int seq)
            throws IOException {
        Finding finding = check(lines, known).finding().orElseThrow(() -> new AssertionError(named()));
        assertThat(finding.why()).as(named()).isEqualTo(why);
        assertThat(finding.line()).as(named()).isEqualTo(line);
        assertThat(finding.seq()).as(named()).isEqualTo(seq);
        assertThat(finding.text(java.util.Locale.CHINA))
                .contains("第 " + line + " 行")
                .doesNotContain("{0}");
        assertThat(finding.text(java.util.Locale.ENGLISH))
                .contains("line " + line)
                .doesNotContain("{0}");
    }

    private JournalFile.Verdict check(List<String> lines, @Nullable PublishedRoots known) throws IOException {
        Path file = directory.resolve("journal.jsonl");
        Files.write(file, lines);
        return new JournalFile(file).check(known);
    }

    private String named() {
        return "seed " + seed;
    }
}
