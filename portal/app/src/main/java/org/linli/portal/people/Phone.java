package org.linli.portal.people;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number of the mainland in digits only, the form that is encrypted and indexed.
 *
 * @param digits eleven digits of a mobile, or area code and number of a landline
 */
public record Phone(String digits) {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}[1-9]\\d{6,7}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s()（）+-]");

    /** Reads what people type: spaces, dashes and +86 are taken away; empty when it is no such number. */
    public static Optional<Phone> of(String typed) {
        String digits = SEPARATORS.matcher(typed).replaceAll("");
        if (digits.startsWith("0086")) {
            digits = digits.substring(4);
        } else if (digits.startsWith("86") && digits.length() > 11) {
            digits = digits.substring(2);
        }
        boolean known = MOBILE.matcher(digits).matches()
                || (LANDLINE.matcher(digits).matches() && digits.length() >= 10 && digits.length() <= 12);
        return known ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    /** As it is shown: {@code 138****1234}. */
    public String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4);
    }

    /** Masked: a number never gets into a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
