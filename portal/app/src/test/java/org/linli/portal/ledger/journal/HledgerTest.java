package org.linli.portal.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.portal.ledger.LedgerFixture.COMMUNITY;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.database.TestDatabase;
import org.linli.journal.HledgerBook;
import org.linli.portal.ledger.Cause;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.time.Clocks;

/** An accountant's own tool reads the books and comes to the same balances. Needs hledger; {@code ./linli test} installs it. */
class HledgerTest {
    @TempDir
    Path directory;

    private final JournalFixture journal = new JournalFixture(TestDatabase.Engine.MARIADB);

    @Test
    void hledger_accepts_the_book_and_its_balances_are_the_portals() throws Exception {
        long seed = System.nanoTime();
        live(new Random(seed));
        journal.seal();
        Path book = directory.resolve("points.journal");
        write(book);

        run(book, "check", "--strict");
        Map<String, BigDecimal> theirs = new TreeMap<>();
        for (String line : run(book, "balance", "--flat", "--empty", "--no-total", "-O", "csv")) {
            String[] cells = line.replace("\"", "").split(",", -1);
            if (!cells[0].equals("account")) {
                theirs.put(cells[0], new BigDecimal(cells[1].replace(" P", "")).setScale(2));
            }
        }
        assertThat(theirs).as("seed " + seed).isEqualTo(ours()).hasSizeGreaterThan(5);
    }

    /** Awards, holds that are captured or released or stay, and mistakes that are taken back. */
    private void live(Random random) {
        List<Long> awards = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long person = 1 + random.nextInt(5);
            awards.add(journal.ledger.give(person, 1 + random.nextInt(2_000)));
            try {
                long hold = journal.ledger.hold(person, 1 + random.nextInt(1_500));
                int end = random.nextInt(3);
                journal.ledger.transactions.run(() -> {
                    if (end == 0) {
                        journal.ledger.ledger.capture(hold, Cause.PORTAL);
                    } else if (end == 1) {
                        journal.ledger.ledger.release(hold, Cause.PORTAL);
                    }
                });
                if (random.nextInt(4) == 0) {
                    long mistake = awards.remove(random.nextInt(awards.size()));
                    journal.ledger.transactions.run(() -> journal.ledger.ledger.reverse(mistake, Cause.PORTAL));
                }
            } catch (DomainException refused) {
                // not enough points: nothing was posted
            }
        }
    }

    private void write(Path book) throws IOException {
        try (Writer out = Files.newBufferedWriter(book)) {
            HledgerBook hledger = new HledgerBook(out, Clocks.ZONE);
            hledger.begin();
            journal.ledger.transactions.run(() -> {
                journal.reader.<IOException>read(COMMUNITY, Long.MAX_VALUE, kept -> {
                    hledger.add(kept.entry());
                    return true;
                });
                return true;
            });
            hledger.end();
        }
    }

    private Map<String, BigDecimal> ours() {
        Map<String, BigDecimal> balances = new TreeMap<>();
        journal.ledger.transactions.run(() -> journal.ledger
                .sql
                .list(
                        "SELECT a.kind, a.owner_id, COALESCE(b.balance, (SELECT SUM(e.amount) FROM ledger_entry e"
                                + " WHERE e.account_id = a.id)) FROM points_account a"
                                + " LEFT JOIN member_balance b ON b.account_id = a.id",
                        row -> Map.entry(
                                "points:" + COMMUNITY + ":" + row.text(1).toLowerCase(Locale.ROOT)
                                        + (row.number(2) == 0 ? "" : ":" + row.number(2)),
                                BigDecimal.valueOf(row.number(3), 2)))
                .forEach(balance -> balances.put(balance.getKey(), balance.getValue())));
        return balances;
    }

    private List<String> run(Path book, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("hledger", "-f", book.toString()));
        command.addAll(List.of(arguments));
        Path answer = directory.resolve("answer");
        ProcessBuilder hledger =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(answer.toFile());
        hledger.environment().put("LC_ALL", "C.UTF-8");
        Process process = hledger.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(answer, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
