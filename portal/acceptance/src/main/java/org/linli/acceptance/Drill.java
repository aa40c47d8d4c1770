package org.linli.acceptance;

/** How long the long tests go on: a short round in the usual run, the whole in profile {@code drill}. */
public final class Drill {
    private Drill() {}

    /** Whether this is the drill. */
    public static boolean isOn() {
        return Boolean.getBoolean("linli.drill");
    }

    public static int rounds(int usual, int inDrill) {
        return isOn() ? inDrill : usual;
    }

    /** What chance begins with: the same in each usual run, so that a failure is the change's, and another in each drill. */
    public static long seed(long usual) {
        return isOn() ? System.nanoTime() : usual;
    }
}
