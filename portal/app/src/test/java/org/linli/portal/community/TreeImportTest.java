package org.linli.portal.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.database.TestDatabase;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestTransactions;

/** The import of a tree on the real engine. */
class TreeImportTest {
    private static final String HEADER = "code,parent,level,name\n";
    private static final TreeImport.Scope WHOLE_TREE = new TreeImport.Scope(List.of(""));

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Sql READ = new Sql(DATABASE.dataSource());

    private final TestTransactions transactions = new TestTransactions(DATABASE);
    private final Sql sql = new Sql(transactions.dataSource());
    private final TreeImport treeImport = new TreeImport(sql, transactions.dataSource(), Clock.systemUTC());

    @BeforeEach
    void emptyTree() {
        transactions.run(() -> {
            sql.update("SET foreign_key_checks = 0");
            sql.update("DELETE FROM org_unit");
            sql.update("SET foreign_key_checks = 1");
        });
    }

    @Test
    void a_tree_is_imported_with_paths_and_communities_though_parents_stand_behind_their_children() {
        ImportResult result =
                run("\uFEFF" + HEADER + "G1,C1,GRID,第1网格\nC1,S1,COMMUNITY,旺家社区\nS1,D1,STREET,仁和街道\nD1,,DISTRICT,仁山区\n");

        assertThat(result.applied()).isTrue();
        assertThat(result.added()).isEqualTo(4);
        assertThat(READ.number("SELECT COUNT(*) FROM org_unit u JOIN org_unit p ON p.id = u.parent_id"
                        + " WHERE u.path LIKE CONCAT(p.path, '%')"))
                .isEqualTo(3);
        assertThat(READ.number("SELECT COUNT(*) FROM org_unit u JOIN org_unit c ON c.id = u.community_id"
                        + " WHERE c.code = 'C1' AND u.code IN ('C1', 'G1')"))
                .isEqualTo(2);
        assertThat(READ.number("SELECT COUNT(*) FROM org_unit WHERE community_id IS NULL"))
                .isEqualTo(2);
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_new_name_is_taken() {
        run(HEADER + "D1,,DISTRICT,仁山区\nS1,D1,STREET,仁和街道\n");
        ImportResult again = run(HEADER + "D1,,DISTRICT,仁山区\nS1,D1,STREET,东门街道\nS2,D1,STREET,新城街道\n");

        assertThat(again)
                .extracting(ImportResult::added, ImportResult::renamed, ImportResult::unchanged)
                .containsExactly(1, 1, 1);
        assertThat(READ.first("SELECT name FROM org_unit WHERE code = 'S1'", row -> row.text(1)))
                .contains("东门街道");
    }

    @Test
    void one_error_and_nothing_is_imported_and_each_names_line_and_field() {
        ImportResult result = run(HEADER + "D1,,DISTRICT,仁山区\nS1,XX,STREET,仁和街道\nD 1,,DISTRICT,坏编码\n"
                + "S2,D1,TOWN,镇\nD1,,DISTRICT,又一个\nD2,S1,DISTRICT,倒挂\nS3,D1,STREET," + "长".repeat(121) + "\n");

        assertThat(result.applied()).isFalse();
        assertThat(result.errors())
                .extracting(e -> e.line() + " " + e.field() + " " + e.code())
                .containsExactly(
                        "3 parent community.unknown-parent",
                        "4 code community.bad-code",
                        "5 level community.unknown-level",
                        "6 code community.code-twice",
                        "7 level community.wrong-level",
                        "8 name community.bad-name");
        assertThat(READ.number("SELECT COUNT(*) FROM org_unit")).isZero();
    }

    @Test
    void a_cycle_is_refused_because_a_parent_must_stand_higher() {
        ImportResult result = run(HEADER + "A,B,STREET,甲\nB,A,STREET,乙\n");

        assertThat(result.errors()).extracting(ImportResult.RowError::code).containsOnly("community.wrong-level");
    }

    @Test
    void a_unit_is_neither_moved_nor_given_another_level() {
        run(HEADER + "D1,,DISTRICT,甲\nD2,,DISTRICT,乙\nS1,D1,STREET,街\n");
        ImportResult result = run(HEADER + "S1,D2,STREET,街\nD2,,CITY,乙\n");

        assertThat(result.errors())
                .extracting(ImportResult.RowError::code)
                .contains("community.import-moved", "community.import-other-level");
    }

    @Test
    void outside_of_the_scope_nothing_can_be_touched() {
        run(HEADER + "D1,,DISTRICT,甲\nD2,,DISTRICT,乙\n");
        String path = READ.first("SELECT path FROM org_unit WHERE code = 'D1'", row -> row.text(1))
                .orElseThrow();
        ImportResult result = transactions.run(() -> treeImport.run(
                bytes(HEADER + "S1,D1,STREET,内\nS2,D2,STREET,外\nD2,,DISTRICT,改名\nD3,,DISTRICT,新\n"),
                new TreeImport.Scope(List.of(path)),
                false));

        assertThat(result.errors())
                .extracting(e -> e.line() + " " + e.code())
                .containsExactly("4 community.import-out-of-scope", "5 community.import-root-out-of-scope");
    }

    @Test
    void a_dry_run_counts_and_changes_nothing() {
        ImportResult result =
                transactions.run(() -> treeImport.run(bytes(HEADER + "D1,,DISTRICT,甲\n"), WHOLE_TREE, true));

        assertThat(result.added()).isEqualTo(1);
        assertThat(result.applied()).isFalse();
        assertThat(READ.number("SELECT COUNT(*) FROM org_unit")).isZero();
    }

    @Test
    void a_file_that_is_no_utf8_csv_is_refused_as_a_whole() {
        byte[] gbk = (HEADER + "D1,,DISTRICT,仁山区\n").getBytes(Charset.forName("GB18030"));
        assertThatThrownBy(() -> treeImport.run(new ByteArrayInputStream(gbk), WHOLE_TREE, true))
                .hasMessageContaining("community.import-not-utf8");
        assertThatThrownBy(() -> run("")).hasMessageContaining("community.import-empty");
        assertThatThrownBy(() -> run("a,b\n1,2\n")).hasMessageContaining("community.import-header");
    }

    private ImportResult run(String csv) {
        return transactions.run(() -> treeImport.run(bytes(csv), WHOLE_TREE, false));
    }

    private static ByteArrayInputStream bytes(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
