package org.linli.launcher;

/**
 * How a portal is to run.
 *
 * @param home where it keeps its things
 * @param bind address to listen on
 * @param port TCP port to listen on
 * @param fresh whether to put earlier data aside
 * @param demo whether an empty database is filled with demo data
 */
record RunOptions(Home home, String bind, int port, boolean fresh, boolean demo) {

    /** The address to call it by from this machine. */
    String url() {
        String host =
                switch (bind) {
                    case "0.0.0.0", "::", "*" -> "127.0.0.1";
                    default -> bind.contains(":") ? "[" + bind + "]" : bind;
                };
        return "http://" + host + ":" + port + "/";
    }
}
