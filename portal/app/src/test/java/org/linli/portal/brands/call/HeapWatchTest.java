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
    private final Figures memory = new Figures();
    private final HeapWatch watch = new HeapWatch(kept::add, memory, 64 * MIB);

    /** A heap whose small collections find only some of the garbage. */
    private final class Figures implements HeapWatch.Memory {
        private long stays = 100 * MIB;
        private long notFound;
        private int full;

        @Override
        public long settled() {
            return stays + notFound;
        }

        @Override
        public long afterFullCollection() {
            full++;
            notFound = 0;
            assertThat(watch.suspects(GREEDY)).isTrue();
            assertThat(watch.suspects(MODEST)).isFalse();
            return stays;
        }

        @Override
        public long size() {
            return 4096 * MIB;
        }
    }

    private void call(CallKey key, long asked, long kept) {
        call(key, asked, kept, 0);
    }

    private void call(CallKey key, long asked, long kept, long notFound) {
        memory.stays += kept;
        memory.notFound += notFound;
        watch.asked(key, loader, asked);
    }

    @Test
    void who_asked_for_most_while_memory_stayed_taken_is_told() {
        for (int i = 0; i < 50 && kept.isEmpty(); i++) {
            call(MODEST, MIB / 10, 0);
            call(GREEDY, 4 * MIB, 4 * MIB);
        }
        assertThat(kept).extracting(MemoryKept::key).containsExactly(GREEDY);
        assertThat(memory.full).isOne();
    }

    @Test
    void garbage_is_nobodys_fault_and_not_looked_for_again_soon() {
        for (int i = 0; i < 500; i++) {
            call(MODEST, MIB / 10, 0);
            call(GREEDY, 4 * MIB, 0, 4 * MIB);
        }
        assertThat(kept).isEmpty();
        assertThat(memory.full).isOne();
    }

    @Test
    void garbage_that_a_small_collection_finds_is_no_reason_to_look() {
        for (int i = 0; i < 500; i++) {
            call(GREEDY, 4 * MIB, 0);
        }
        assertThat(memory.full).isZero();
    }

    @Test
    void what_the_core_keeps_is_not_a_brands() {
        call(MODEST, MIB, 0);
        memory.stays += 500 * MIB;
        call(MODEST, MIB, 0);
        assertThat(memory.full).isZero();
        assertThat(kept).isEmpty();
    }
}
