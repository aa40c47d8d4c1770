package org.linli.portal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.reports.persistence.Counts;
import org.linli.portal.reports.persistence.Rows;

class StatisticsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Period DAY = new Period(TODAY, TODAY);

    @Test
    void without_dates_the_last_ninety_days_are_counted() {
        assertThat(Period.of(null, null, TODAY)).isEqualTo(new Period(TODAY.minusDays(89), TODAY));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23,2026-11-22", "2001-01-01,2026-11-22", "yesterday,2026-11-22", "+99999-01-01,2026-11-22"})
    void a_period_that_cannot_be_is_refused(String from, String to) {
        assertThatThrownBy(() -> Period.of(from, to, TODAY)).isInstanceOf(DomainException.class);
    }

    @Test
    void a_day_begins_and_ends_in_shanghai() {
        assertThat(DAY.start()).hasToString("2026-11-21T16:00:00Z");
        assertThat(DAY.end()).hasToString("2026-11-22T16:00:00Z");
    }

    @Test
    void fewer_than_five_people_are_hidden_and_not_found_by_subtraction() {
        List<Statistics.Child> shown =
                StatisticsQueries.withoutSmall(List.of(child(1, 3), child(2, 40), child(3, 12), child(4, 0)));

        assertThat(hidden(shown)).isEqualTo(Map.of(1L, true, 2L, false, 3L, true, 4L, false));
        assertThat(shown.get(0).figures().total()).isZero();
    }

    @Test
    void two_hidden_rows_protect_each_other() {
        List<Statistics.Child> shown = StatisticsQueries.withoutSmall(List.of(child(1, 3), child(2, 4), child(3, 12)));

        assertThat(hidden(shown)).isEqualTo(Map.of(1L, true, 2L, true, 3L, false));
    }

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "+86,'''+86'", "-1,'''-1'", "@x,'''@x'", "贵苑,贵苑"})
    void no_cell_begins_a_formula(String text, String safe) {
        assertThat(CsvReport.safe(text)).isEqualTo(safe);
    }

    @Test
    void a_spreadsheet_gets_a_byte_order_mark_and_a_line_for_each_unit() {
        Statistics statistics = new Statistics(unit(9), List.of(), DAY, figures(50), List.of(child(1, 40)), true);

        String csv = new CsvReport(new Messages()).of(statistics, Locale.SIMPLIFIED_CHINESE);

        assertThat(csv).startsWith("\uFEFF编码,单位,点单");
        assertThat(Arrays.asList(csv.split("\r\n"))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"AUDITOR,3,false", "AUDITOR,5,true", "COMMUNITY_ADMIN,3,true"})
    void the_rows_behind_hidden_figures_are_for_those_who_know_the_people(Role role, long residents, boolean open) {
        StatisticsQueries queries = queries(role, residents);

        assertThat(queries.statistics(9L, DAY).detailed()).isEqualTo(open);
        if (open) {
            assertThat(queries.orders(9L, DAY, Window.first()).items()).isEmpty();
        } else {
            assertThatThrownBy(() -> queries.orders(9L, DAY, Window.first())).hasMessageContaining("reports.hidden");
            assertThatThrownBy(() -> queries.services(9L, DAY, Window.first())).hasMessageContaining("reports.hidden");
        }
    }

    @Test
    void who_may_not_know_the_people_reads_whole_months() {
        assertThat(queries(Role.AUDITOR, 50).statistics(9L, DAY).period())
                .isEqualTo(new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));
        assertThat(queries(Role.COMMUNITY_ADMIN, 50).statistics(9L, DAY).period())
                .isEqualTo(DAY);
    }

    @Test
    void the_operator_of_all_of_it_begins_at_the_top() {
        OrgTree tree = new OrgTree(null) {
            @Override
            public Optional<OrgUnitView> find(long id) {
                return id == 9 ? Optional.of(StatisticsTest.unit(9)) : Optional.empty();
            }

            @Override
            public List<OrgUnitView> roots() {
                return List.of(StatisticsTest.unit(9));
            }

            @Override
            public List<OrgUnitView> children(long parentId) {
                return List.of();
            }
        };
        Caller caller = new Caller(tree);
        caller.become(new Identity(1, "系统运维", 0, List.of(new Identity.Held(Role.OPERATOR, 0, ""))));
        Counts counts = new Counts(null) {
            @Override
            public Map<Long, Figures> figures(Question question) {
                return Map.of();
            }
        };
        StatisticsQueries queries = new StatisticsQueries(caller, tree, counts, new Rows(null), Clock.systemUTC());
        assertThat(queries.statistics(null, DAY).unit().id()).isEqualTo(9);
    }

    private static StatisticsQueries queries(Role role, long residents) {
        OrgTree tree = new OrgTree(null) {
            @Override
            public Optional<OrgUnitView> find(long id) {
                return Optional.of(StatisticsTest.unit(id));
            }

            @Override
            public List<OrgUnitView> children(long parentId) {
                return List.of();
            }
        };
        Caller caller = new Caller(tree);
        caller.become(new Identity(1, "某人", 7, List.of(new Identity.Held(role, 9, "9/"))));
        Counts counts = new Counts(null) {
            @Override
            public Map<Long, Figures> figures(Question question) {
                return Map.of(0L, StatisticsTest.figures(residents));
            }
        };
        Rows rows = new Rows(null) {
            @Override
            public Page<OrderRow> orders(Choice choice, Window window) {
                return Page.of(List.of(), window, OrderRow::id);
            }
        };
        return new StatisticsQueries(caller, tree, counts, rows, Clock.systemUTC());
    }

    @Test
    void counting_splits_a_subtree_by_its_children() {
        LedgerFixture books = new LedgerFixture();
        books.give(11, 1250);
        books.give(12, 250);
        LocalDate today = LocalDate.now(Clocks.ZONE);
        Period period = new Period(today, today);

        Map<Long, Figures> all = books.transactions.run(
                () -> new Counts(books.sql).figures(new Counts.Question("7/", true, false, period)));
        Map<Long, Figures> split = books.transactions.run(
                () -> new Counts(books.sql).figures(new Counts.Question("", true, true, period)));

        assertThat(all.get(0L).issued()).isEqualTo(1500);
        assertThat(split).containsOnlyKeys(7L);
        assertThat(split.get(7L).issued()).isEqualTo(1500);
    }

    private static Map<Long, Boolean> hidden(List<Statistics.Child> children) {
        return children.stream().collect(Collectors.toMap(child -> child.unit().id(), child -> child.figures()
                .hidden()));
    }

    private static Statistics.Child child(long id, long residents) {
        return new Statistics.Child(unit(id), figures(residents));
    }

    private static Figures figures(long residents) {
        return new Figures(Map.of(OrderStatus.CLOSED, residents), residents, residents, 60, residents, 0, 0L, false);
    }

    private static OrgUnitView unit(long id) {
        return new OrgUnitView(id, null, OrgLevel.GRID, "G" + id, "网格" + id, id + "/", 7L, null, null);
    }
}
