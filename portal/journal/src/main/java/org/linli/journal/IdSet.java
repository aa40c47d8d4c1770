package org.linli.journal;

/** A set of ids in 16 bytes each at most: a journal of ten million lines is checked in a small heap. */
final class IdSet {
    private long[] slots = new long[64];
    private int size;
    private boolean zero;

    /** Adds an id; false when it was there already. */
    boolean add(long id) {
        if (id == 0) {
            boolean fresh = !zero;
            zero = true;
            return fresh;
        }
        if (2 * size >= slots.length) {
            grow();
        }
        boolean fresh = place(slots, id);
        size += fresh ? 1 : 0;
        return fresh;
    }

    private void grow() {
        long[] more = new long[2 * slots.length];
        for (long id : slots) {
            if (id != 0) {
                place(more, id);
            }
        }
        slots = more;
    }

    private static boolean place(long[] slots, long id) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[at] != 0) {
            if (slots[at] == id) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = id;
        return true;
    }
}
