package org.linli.portal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReceiptTest {
    @Test
    void a_receipt_is_read_as_it_was_written() {
        Receipt receipt = Receipt.of("award", 1).with("reason", "救人\"一命\" 𠮷").with("amount", 1250);

        assertThat(Receipt.ofJson(receipt.toJson())).isEqualTo(receipt);
        assertThat(receipt.number("amount")).isEqualTo(1250);
        assertThat(receipt.text("absent")).isEmpty();
    }

    @Test
    void no_receipt_stays_none() {
        assertThat(Receipt.ofJson(null)).isNull();
    }

    @Test
    void a_receipt_that_would_not_fit_is_refused_rather_than_cut() {
        Receipt receipt = Receipt.of("award", 1).with("reason", "x".repeat(2000));

        assertThatThrownBy(receipt::toJson).isInstanceOf(IllegalArgumentException.class);
    }
}
