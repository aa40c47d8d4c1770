package org.linli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.linli.journal.Finding.Why;

/** A chain that is whole may still say what no books may say. */
class BookRulesTest {
    private final SampleJournal sample = new SampleJournal(1, 1);

    @Test
    void a_transaction_that_does_not_sum_to_zero_is_found() {
        Map<String, Object> content = new TreeMap<>(sample.transfer("AWARD", "9", 100));
        content.put(
                "entries",
                List.of(
                        Map.of("account", "ISSUANCE", "amount", -100L),
                        Map.of("account", "MEMBER", "owner", "9", "amount", 101L)));
        points("11", content, true);
        found(Why.NOT_BALANCED, 2);
    }

    @Test
    void a_transaction_that_stands_twice_is_found() {
        points("11", sample.transfer("AWARD", "9", 100), true);
        points("11", sample.transfer("AWARD", "9", 100), true);
        found(Why.TWICE, 3);
    }

    @Test
    void a_fact_that_was_posted_twice_is_found() {
        Map<String, Object> award = sample.transfer("AWARD", "9", 100);
        points("11", award, true);
        points("12", award, true);
        found(Why.TWICE, 3);
    }

    @Test
    void what_was_reversed_twice_is_found() {
        points("11", sample.transfer("AWARD", "9", 100), true);
        points("12", sample.transfer("AWARD", "9", 100), true);
        points("13", reversal("11", 100), true);
        Map<String, Object> second = reversal("11", 100);
        second.put("source", "77");
        points("14", second, true);
        found(Why.REVERSED_TWICE, 5);
    }

    @Test
    void a_reversal_by_another_amount_is_found() {
        points("11", sample.transfer("AWARD", "9", 100), true);
        points("12", reversal("11", 99), true);
        found(Why.NO_REVERSAL, 3);
    }

    @Test
    void a_reversal_of_nothing_is_found() {
        points("11", sample.transfer("AWARD", "9", 100), true);
        points("12", reversal("10", 100), true);
        found(Why.NO_REVERSAL, 3);
    }

    @Test
    void a_member_below_zero_is_found_and_the_entry_that_did_it() {
        points("11", sample.transfer("AWARD", "9", 100), true);
        points("12", sample.transfer("HOLD", "9", -101), false);
        points("13", sample.transfer("AWARD", "8", 100), true);
        found(Why.BELOW_ZERO, 3);
    }

    @Test
    void the_order_within_a_batch_says_nothing() {
        points("12", sample.transfer("HOLD", "9", -100), false);
        points("13", reversal("11", 50), false);
        points("11", sample.transfer("AWARD", "9", 50), false);
        points("14", sample.transfer("AWARD", "9", 100), true);
        assertThat(first()).isEmpty();
    }

    private Map<String, Object> reversal(String of, long amount) {
        Map<String, Object> content = sample.transfer("AWARD", "9", -amount);
        content.put("reason", "REVERSAL");
        content.put("source", of);
        content.put("reverses", of);
        return content;
    }

    private void points(String id, Map<String, Object> content, boolean settled) {
        sample.append(JournalEntry.POINTS, id, content, settled);
    }

    private void found(Why why, long seq) {
        Finding finding = first().orElseThrow();
        assertThat(finding.why()).isEqualTo(why);
        assertThat(finding.seq()).isEqualTo(seq);
    }

    private Optional<Finding> first() {
        ChainCheck check = new ChainCheck(null);
        Optional<Finding> finding = Optional.empty();
        for (String line : sample.lines()) {
            finding = finding.isPresent() ? finding : check.line(line);
        }
        return finding;
    }
}
