package org.linli.database;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What every connection of the portal needs of Connector/J. A parameter that the operator has written into the URL is
 * left as it is.
 */
final class ConnectionParameters {

    private static final Map<String, String> WANTED = wanted();

    private ConnectionParameters() {}

    static String addTo(String url) {
        int question = url.indexOf('?');
        String present = question < 0 ? "" : url.substring(question + 1).toLowerCase(Locale.ROOT);
        String missing = WANTED.entrySet().stream()
                .filter(wanted -> !isSet(present, wanted.getKey()))
                .map(wanted -> wanted.getKey() + "=" + wanted.getValue())
                .collect(Collectors.joining("&"));
        if (missing.isEmpty()) {
            return url;
        }
        if (question < 0) {
            return url + "?" + missing;
        }
        return present.isEmpty() || url.endsWith("&") ? url + missing : url + "&" + missing;
    }

    private static boolean isSet(String lowerCaseQuery, String name) {
        String key = name.toLowerCase(Locale.ROOT) + "=";
        return lowerCaseQuery.startsWith(key) || lowerCaseQuery.contains("&" + key);
    }

    private static Map<String, String> wanted() {
        Map<String, String> wanted = new LinkedHashMap<>();
        // statements are prepared once per connection: the pool's own statement cache logs SEVERE on Payara
        wanted.put("useServerPrepStmts", "true");
        wanted.put("cachePrepStmts", "true");
        wanted.put("prepStmtCacheSize", "500");
        wanted.put("prepStmtCacheSqlLimit", "8192");
        wanted.put("rewriteBatchedStatements", "true");
        wanted.put("characterEncoding", "UTF-8");
        // only the portal changes isolation and autocommit: asking the server each time costs a round trip
        wanted.put("useLocalSessionState", "true");
        // instants are DATETIME(6) in UTC, whatever the zone of the server or of this machine
        wanted.put("connectionTimeZone", "UTC");
        wanted.put("forceConnectionTimeZoneToSession", "true");
        // the application server names a key store of its own to the whole JVM: not the one for the database
        wanted.put("fallbackToSystemKeyStore", "false");
        wanted.put("connectTimeout", "10000");
        // the conditional updates are written for READ COMMITTED; REPEATABLE READ of MariaDB permits lost updates
        wanted.put("sessionVariables", "transaction_isolation='READ-COMMITTED'");
        return wanted;
    }
}
