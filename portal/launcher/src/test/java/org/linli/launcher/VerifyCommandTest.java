package org.linli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.journal.JournalEntry;
import picocli.CommandLine;

/** The proof on the command line. */
class VerifyCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> lines = new ArrayList<>();
    private String head = JournalEntry.BEGINNING;

    @BeforeEach
    void threeAwards() {
        for (long seq = 1; seq <= 3; seq++) {
            JournalEntry.Link link =
                    new JournalEntry.Link("7", seq, head, "2026-11-22T01:00:0" + seq + ".000000Z", true);
            Map<String, Object> content = Map.of(
                    "reason",
                    "AWARD",
                    "source",
                    "9" + seq,
                    "at",
                    "2026-11-21T18:00:00.000000Z",
                    "entries",
                    List.of(
                            Map.of("account", "ISSUANCE", "amount", -1250L),
                            Map.of("account", "MEMBER", "owner", "5", "amount", 1250L)));
            JournalEntry entry = new JournalEntry(link, JournalEntry.POINTS, "1" + seq, content);
            head = entry.hash();
            lines.add(entry.line(head));
        }
    }

    @Test
    void sayThatAJournalIsWholeAndWhatWasNotCompared() throws IOException {
        assertThat(verify("--lang", "en")).isZero();
        assertThat(out.toString())
                .contains("WHOLE. Community 7, 3 entries", "37.50 issued", head, "Not compared with published roots");
    }

    @Test
    void compareWithWhatWasPublished() throws IOException {
        String roots = roots(3, head);
        assertThat(verify("--lang", "zh", "--roots", roots)).isZero();
        assertThat(out.toString()).contains("账册完整", "与 1 个公布的根一致").doesNotContain("--roots");

        lines.remove(2);
        assertThat(verify("--lang", "zh", "--roots", roots)).isEqualTo(1);
        assertThat(out.toString()).contains("账册已损坏。第 3 行，第 3 号：账册到此为止");
    }

    @Test
    void nameTheFirstBrokenEntry() throws IOException {
        lines.set(1, lines.get(1).replace("1250", "1260"));
        assertThat(verify("--lang", "en")).isEqualTo(1);
        assertThat(out.toString()).startsWith("BROKEN. line 2, entry 2: its content does not match its hash");
    }

    @Test
    void tellABadCallFromABrokenJournal() throws IOException {
        assertThat(execute("verify", directory.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no file to read");
        assertThat(verify(
                        "--roots",
                        Files.writeString(directory.resolve("r"), "{}").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("holds no published roots");
    }

    @Test
    void writeABookOfHledger() throws IOException {
        assertThat(execute("hledger", journal())).isZero();
        assertThat(out.toString())
                .contains("commodity 1000.00 P")
                .contains("2026-11-22 (11) AWARD  ; seq:1, source:91\n    points:7:issuance  -12.50 P\n"
                        + "    points:7:member:5  12.50 P\n")
                .contains("account points:7:member:5");
        Files.writeString(directory.resolve("none.jsonl"), "{}");
        assertThat(execute("hledger", directory.resolve("none.jsonl").toString()))
                .isEqualTo(1);
    }

    private String roots(long seq, String hash) throws IOException {
        String json = "{\"communityId\":\"7\",\"days\":[],\"head\":{\"seq\":" + seq + ",\"hash\":\"" + hash + "\"}}";
        return Files.writeString(directory.resolve("roots.json"), json).toString();
    }

    private String journal() throws IOException {
        return Files.write(directory.resolve("journal.jsonl"), lines).toString();
    }

    private int verify(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("verify", journal()));
        arguments.addAll(List.of(options));
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        CommandLine line = Linli.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
