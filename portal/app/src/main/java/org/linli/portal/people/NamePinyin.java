package org.linli.portal.people;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The search key of a name: initials, then syllables, e.g. {@code wxy wangxiuying}. */
final class NamePinyin {
    private static final int MAX = 200;
    /** Characters that are read otherwise when they are surnames. */
    private static final Map<String, String> SURNAMES = Map.ofEntries(
            Map.entry("曾", "zeng"),
            Map.entry("单", "shan"),
            Map.entry("仇", "qiu"),
            Map.entry("区", "ou"),
            Map.entry("查", "zha"),
            Map.entry("解", "xie"),
            Map.entry("朴", "piao"),
            Map.entry("盖", "ge"),
            Map.entry("任", "ren"),
            Map.entry("乐", "yue"),
            Map.entry("翟", "zhai"),
            Map.entry("缪", "miao"),
            Map.entry("繁", "po"),
            Map.entry("员", "yun"),
            Map.entry("召", "shao"),
            Map.entry("重", "chong"));

    private NamePinyin() {}

    /** Characters without a known reading are left out; the name itself can still be searched. */
    static String of(String name) {
        List<String> syllables = Arrays.stream(
                        PinyinHelper.toPinyin(name, PinyinStyleEnum.NORMAL, " ").split(" "))
                .map(s -> s.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.toList());
        if (syllables.isEmpty()) {
            return "";
        }
        String surname = SURNAMES.get(name.substring(0, name.offsetByCodePoints(0, 1)));
        if (surname != null) {
            syllables.set(0, surname);
        }
        String initials = syllables.stream().map(s -> s.substring(0, 1)).collect(Collectors.joining());
        String key = initials + " " + String.join("", syllables);
        return key.length() > MAX ? key.substring(0, MAX) : key;
    }
}
