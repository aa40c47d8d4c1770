package org.linli.portal.people;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.Violations;

/** What a password must be: long enough and not among the first that anybody would try. No rules of composition. */
public final class PasswordRule {
    private static final int MIN = 8;
    private static final int MAX = 128;
    private static final Set<String> COMMON = Set.of(
            "password",
            "password1",
            "passw0rd",
            "qwertyui",
            "qwertyuiop",
            "1q2w3e4r",
            "1qaz2wsx",
            "a1234567",
            "a12345678",
            "a123456789",
            "123456789a",
            "abc12345",
            "abcd1234",
            "qq123456",
            "woaini1314",
            "woaini520",
            "5201314520",
            "iloveyou",
            "admin123",
            "admin888",
            "123123123",
            "12341234",
            "11223344",
            "linlilinli",
            "88888888a",
            "asdfghjk",
            "zxcvbnm1");

    private PasswordRule() {}

    /**
     * Adds what is wrong with a new password.
     *
     * @param known what others know of the person (name, login, phone): not to be the password
     */
    public static void check(@Nullable String password, List<String> known, Violations violations) {
        violations.required(password, "password");
        if (password == null || password.isBlank()) {
            return;
        }
        int length = password.codePointCount(0, password.length());
        violations
                .check(length >= MIN && length <= MAX, "password", "people.password-length", MIN, MAX)
                .check(length < MIN || !isTrivial(password, known), "password", "people.password-trivial");
    }

    private static boolean isTrivial(String password, List<String> known) {
        String plain = password.toLowerCase(Locale.ROOT);
        return COMMON.contains(plain)
                || plain.chars().distinct().count() <= 2
                || isRow(plain, 1)
                || isRow(plain, -1)
                || known.stream()
                        .filter(word -> word.length() >= 2)
                        .anyMatch(word -> plain.equals(word.toLowerCase(Locale.ROOT)));
    }

    /** Whether each character follows the one before it: 12345678, hgfedcba. */
    private static boolean isRow(String text, int step) {
        for (int i = 1; i < text.length(); i++) {
            int expected = text.charAt(i - 1) + step;
            boolean wraps = text.charAt(i - 1) == '9' && text.charAt(i) == '0' && step == 1;
            if (text.charAt(i) != expected && !wraps) {
                return false;
            }
        }
        return true;
    }
}
