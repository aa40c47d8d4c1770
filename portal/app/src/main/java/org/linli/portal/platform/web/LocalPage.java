package org.linli.portal.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of pages of this portal: where a request parameter may lead to. */
public final class LocalPage {
    private static final int MAX = 500;

    /** One slash, then neither slash nor backslash: browsers read those two as the start of a host name. */
    private static final Pattern ADDRESS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private LocalPage() {}

    /** Whether it is the path of a page of this portal, never another host. */
    public static boolean is(@Nullable String address, String contextPath) {
        return address != null
                && address.length() <= MAX
                && ADDRESS.matcher(address).matches()
                && address.startsWith(contextPath + "/");
    }
}
