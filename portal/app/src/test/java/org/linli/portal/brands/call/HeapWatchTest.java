package org.linli.portal.brands.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.portal.brands.BrandRef;

/** Memory that grows while brands ask for it, seen with figures of the test's own. */
class HeapWatchTest {
    private static final long MIB = 1 << 20;
    private static final CallKey MODEST = new CallKey(new BrandRef("modest", 1), Point.ROUTE);
    private static final CallKey GREEDY = new CallKey(new BrandRef("greedy", 1), Point.ROUTE);

    private final List<MemoryKept> kept = new ArrayList<>();
    private final ClassLoader loader = getClass().getClassLoader();
    private long used = 100 * MIB;
    private long garbage;
    private int collections;
    private final HeapWatch watch = new HeapWatch(kept::add, () -> used, this::collect, 64 * MIB, 4096 * MIB);

    private void collect() {
        collections++;
        used -= garbage;
        garbage = 0;
        assertThat(watch.suspects(GREEDY)).isTrue();
        assertThat(watch.suspects(MODEST)).isFalse();
    }

    private void call(CallKey key, long asked, long kept) {
        used += asked;
        garbage += asked - kept;
        watch.asked(key, loader, asked);
    }

    @Test
    void who_asked_for_most_while_memory_stayed_taken_is_told() {
        for (int i = 0; i < 50 && kept.isEmpty(); i++) {
            call(MODEST, MIB / 10, 0);
            call(GREEDY, 4 * MIB, 4 * MIB);
        }
        assertThat(kept).extracting(MemoryKept::key).containsExactly(GREEDY);
        assertThat(collections).isOne();
    }

    @Test
    void garbage_is_nobodys_fault_and_not_looked_for_again_soon() {
        for (int i = 0; i < 500; i++) {
            call(MODEST, MIB / 10, 0);
            call(GREEDY, 4 * MIB, 0);
        }
        assertThat(kept).isEmpty();
        assertThat(collections).isOne();
    }

    @Test
    void what_the_core_keeps_is_not_a_brands() {
        call(MODEST, MIB, 0);
        used += 500 * MIB;
        call(MODEST, MIB, 0);
        assertThat(collections).isZero();
        assertThat(kept).isEmpty();
    }
}
