package org.linli.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says it is.
 *
 * @param mariaDb whether it is a MariaDB; everything else that speaks the protocol counts as MySQL
 * @param major first number
 * @param minor second number
 * @param text the words of the server
 */
record ServerVersion(boolean mariaDb, int major, int minor, String text) {

    // MariaDB before 11 hides behind 5.5.5- so that old replicas accept it
    private static final Pattern NUMBERS = Pattern.compile("^(?:5\\.5\\.5-)?(\\d+)\\.(\\d+).*", Pattern.DOTALL);

    /** @throws UnfitServerException if the text starts with no version number */
    static ServerVersion parse(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            throw new UnfitServerException("The database server gives its version as '" + text
                    + "', which is neither MySQL's nor MariaDB's way. " + ServerFitness.REMEDY);
        }
        return new ServerVersion(
                text.contains("MariaDB"), Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), text);
    }

    boolean atLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }

    String product() {
        return mariaDb ? "MariaDB" : "MySQL";
    }
}
