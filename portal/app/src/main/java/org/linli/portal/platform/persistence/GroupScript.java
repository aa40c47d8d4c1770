package org.linli.portal.platform.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.WriteList.Write;

/**
 * The writes of several commands as one text: rows for the same table in one INSERT, amounts for the same row in one sum. Commands
 * that write the same are laid side by side, in the order in which each of them writes.
 */
final class GroupScript {
    /** A row that somebody holds for long is not waited for: those who do not need it would wait too. */
    private static final String BEGIN = "SET SESSION innodb_lock_wait_timeout = 2; START TRANSACTION";

    private final StringBuilder text = new StringBuilder(BEGIN);
    private final List<@Nullable Object> values = new ArrayList<>();
    private final Map<Integer, List<Integer>> expected = new LinkedHashMap<>();
    private int statements = 2;

    private GroupScript() {}

    static GroupScript of(List<WriteList> commands) {
        Map<List<String>, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            alike.computeIfAbsent(commands.get(i).shape(), shape -> new ArrayList<>())
                    .add(i);
        }
        GroupScript script = new GroupScript();
        alike.forEach((shape, members) -> {
            for (int step = 0; step < shape.size(); step++) {
                script.add(commands, members, step);
            }
        });
        return script;
    }

    /** Statements parted by semicolons. */
    String text() {
        return text.toString();
    }

    /** What its marks stand for. */
    List<@Nullable Object> values() {
        return values;
    }

    /** By position in the text: the statements that must touch one row, with the commands that need it. */
    Map<Integer, List<Integer>> expected() {
        return expected;
    }

    private void add(List<WriteList> commands, List<Integer> members, int step) {
        switch (commands.get(members.get(0)).writes().get(step).merge()) {
            case ROWS -> addRows(commands, members, step);
            case SUM -> addSums(commands, members, step);
            case NONE -> {
                for (int member : members) {
                    addOne(commands.get(member).writes().get(step), List.of(member));
                }
            }
        }
    }

    private void addRows(List<WriteList> commands, List<Integer> members, int step) {
        String sql = commands.get(members.get(0)).writes().get(step).sql();
        begin().append(sql);
        String rows = sql.substring(WriteList.rowsOf(sql));
        for (int i = 1; i < members.size(); i++) {
            text.append(", ").append(rows);
        }
        for (int member : members) {
            values.addAll(Arrays.asList(commands.get(member).writes().get(step).values()));
        }
    }

    /** In the order of the rows' ids, so that two groups never wait for each other in a ring. */
    private void addSums(List<WriteList> commands, List<Integer> members, int step) {
        Map<Row, List<Integer>> rows = new TreeMap<>();
        for (int member : members) {
            Row row = Row.of(commands.get(member).writes().get(step));
            rows.computeIfAbsent(row, any -> new ArrayList<>()).add(member);
        }
        rows.values().forEach(same -> {
            Write first = commands.get(same.get(0)).writes().get(step);
            @Nullable Object[] summed = first.values().clone();
            long amount = 0;
            for (int member : same) {
                amount = Math.addExact(
                        amount, amount(commands.get(member).writes().get(step)));
            }
            summed[0] = amount;
            if (first.guarded()) {
                summed[summed.length - 1] = amount;
            }
            addOne(new Write(first.sql(), first.merge(), first.guarded(), summed), same);
        });
    }

    private void addOne(Write write, List<Integer> needing) {
        expected.put(statements, needing);
        begin().append(write.sql());
        values.addAll(Arrays.asList(write.values()));
    }

    private StringBuilder begin() {
        statements++;
        return text.append("; ");
    }

    private static long amount(Write write) {
        return write.values()[0] instanceof Long amount ? amount : 0;
    }

    /** What names the row of a sum. */
    private record Row(List<String> keys) implements Comparable<Row> {
        static Row of(Write write) {
            int end = write.values().length - (write.guarded() ? 1 : 0);
            List<String> keys = new ArrayList<>();
            for (int i = 1; i < end; i++) {
                keys.add(String.valueOf(write.values()[i]));
            }
            return new Row(keys);
        }

        @Override
        public int compareTo(Row other) {
            // shorter numbers are smaller, so that the order is that of the ids
            for (int i = 0; i < keys.size(); i++) {
                String mine = keys.get(i);
                String others = other.keys.get(i);
                int order = mine.length() == others.length()
                        ? mine.compareTo(others)
                        : Integer.compare(mine.length(), others.length());
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }
}
