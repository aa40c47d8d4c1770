package org.linli.journal;

import java.util.Locale;

/**
 * What a check found first.
 *
 * @param why the kind of damage
 * @param line of the file, from 1; when a portal checks its own tables, the place in the chain
 * @param seq number of the first broken entry
 * @param detail what was expected or met, filled into the words
 */
public record Finding(Why why, long line, long seq, String detail) {

    /** Kinds of damage, with their words. */
    public enum Why {
        UNREADABLE("这一行不是账册的格式（{0}）", "this line is not in the form of a journal ({0})"),
        WRONG_HASH("内容与它的哈希不符：封存之后被改过", "its content does not match its hash: it was changed after it was sealed"),
        MISSING("前面缺了第 {0} 号", "before it entry {0} is missing"),
        OUT_OF_ORDER(
                "它不该在这里，这里应是第 {0} 号：被重复、插入或调换过",
                "it does not belong here, entry {0} does: repeated, inserted or moved"),
        NOT_LINKED(
                "接不上前一条：它或第 {0} 号在封存之后被换过",
                "it does not continue the entry before it: it or entry {0} was replaced after it was sealed"),
        OTHER_COMMUNITY("属于另一个社区（{0}）", "it belongs to another community ({0})"),
        EARLIER("封存时间早于前一条（{0}）", "it was sealed earlier than the entry before it ({0})"),
        ROOT_DIFFERS(
                "与公布的根不符（{0}）：到这一条为止，账册在公布之后被改写过",
                "it is not what was published ({0}): up to this entry the journal was rewritten after that"),
        ENDS_EARLY(
                "账册到此为止，而公布的根说还有第 {0} 号：末尾被截掉，或根比账册新",
                "the journal ends here, but what was published knows entry {0}: its end was cut off, or the roots are younger than the journal"),
        ROOTS_OF_OTHER("公布的根属于另一个社区（{0}）", "the roots are those of another community ({0})"),
        NOT_BALANCED("各行相加不为零（{0}）", "its lines do not sum to zero ({0})"),
        TWICE("同一件事记了两次（{0}）", "the same fact stands twice ({0})"),
        REVERSED_TWICE("同一笔被冲正了两次（{0}）", "the same one was reversed twice ({0})"),
        NO_REVERSAL("冲正与原来那一笔对不上（{0}）", "it reverses something that is not here, or by another amount ({0})"),
        BELOW_ZERO("会员 {0} 的积分变成负数", "the points of member {0} fall below zero"),
        GONE("账上已经没有它说的那件事（{0}）：被删除", "the fact that it is about is gone from the books ({0})"),
        NOT_NOTED(
                "账上有一件事不在账册里（{0}）：绕过门户写入",
                "the books hold a fact that the journal does not ({0}): written past the portal"),
        BALANCE(
                "会员的余额不等于各笔之和（{0}）：被直接改过",
                "the balance of a member is not the sum of the entries ({0}): it was changed by hand"),
        HEAD_DIFFERS(
                "链的末尾与记下的不符（第 {0} 号）：末尾的条目被删除或改写",
                "the end of the chain is not the one that was kept (entry {0}): its last entries were removed or rewritten");

        private final String zh;
        private final String en;

        Why(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The words, filled. */
        public String text(boolean chinese, String detail) {
            return (chinese ? zh : en).replace("{0}", detail);
        }
    }

    /** A sentence for people: which line, which entry, why. */
    public String text(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        return (chinese ? "第 " + line + " 行，第 " + seq + " 号：" : "line " + line + ", entry " + seq + ": ")
                + why.text(chinese, detail);
    }
}
