package org.linli.portal.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.portal.demo.ActivityRows.ActivityPersonRow;
import org.linli.portal.demo.ActivityRows.ActivityRow;
import org.linli.portal.demo.ActivityRows.ActivitySeriesRow;
import org.linli.portal.demo.CommunityRows.AccountRow;
import org.linli.portal.demo.CommunityRows.AuditEntryRow;
import org.linli.portal.demo.CommunityRows.NoticeRow;
import org.linli.portal.demo.CommunityRows.OrgUnitRow;
import org.linli.portal.demo.CommunityRows.PersonRow;
import org.linli.portal.demo.CommunityRows.RoleGrantRow;
import org.linli.portal.demo.CommunityRows.SkillRow;
import org.linli.portal.demo.CommunityRows.TeamMemberRow;
import org.linli.portal.demo.CommunityRows.TeamRow;
import org.linli.portal.demo.CommunityRows.VolunteerAvailabilityRow;
import org.linli.portal.demo.CommunityRows.VolunteerRow;
import org.linli.portal.demo.CommunityRows.VolunteerSkillRow;
import org.linli.portal.demo.GiftRows.NominationRow;
import org.linli.portal.demo.GiftRows.NominationVoteRow;
import org.linli.portal.demo.GiftRows.PersonInNeedRow;
import org.linli.portal.demo.GiftRows.PointsPolicyRow;
import org.linli.portal.demo.HoursRows.ServiceBackEntryRow;
import org.linli.portal.demo.HoursRows.ServiceCorrectionRow;
import org.linli.portal.demo.OrderRows.AssignmentRow;
import org.linli.portal.demo.OrderRows.CommunityFlowRow;
import org.linli.portal.demo.OrderRows.DispatchRow;
import org.linli.portal.demo.OrderRows.OrderEventRow;
import org.linli.portal.demo.OrderRows.ReviewRow;
import org.linli.portal.demo.OrderRows.ServiceCategoryRow;
import org.linli.portal.demo.OrderRows.ServiceItemRow;
import org.linli.portal.demo.OrderRows.ServiceItemSkillRow;
import org.linli.portal.demo.OrderRows.ServiceOrderRow;
import org.linli.portal.demo.OrderRows.ServiceRecordRow;
import org.linli.portal.demo.PointsRows.HeldPostingRow;
import org.linli.portal.demo.PointsRows.LedgerEntryRow;
import org.linli.portal.demo.PointsRows.MemberBalanceRow;
import org.linli.portal.demo.PointsRows.PointsAccountRow;
import org.linli.portal.demo.PointsRows.PointsHoldRow;
import org.linli.portal.demo.PointsRows.PointsRuleRow;
import org.linli.portal.demo.PointsRows.PointsTransactionRow;
import org.linli.portal.demo.PointsRows.RedemptionRow;
import org.linli.portal.demo.PointsRows.RewardItemRow;
import org.linli.portal.demo.PointsRows.ServicePointsRow;
import org.linli.portal.demo.PointsRows.StockMovementRow;

/** All rows composed so far, by table, in an order that the foreign keys permit. */
final class Dataset {
    private static final List<Class<? extends Row>> ORDER = List.of(
            OrgUnitRow.class,
            TeamRow.class,
            PersonRow.class,
            AccountRow.class,
            RoleGrantRow.class,
            SkillRow.class,
            VolunteerRow.class,
            VolunteerSkillRow.class,
            VolunteerAvailabilityRow.class,
            TeamMemberRow.class,
            ServiceCategoryRow.class,
            ServiceItemRow.class,
            ServiceItemSkillRow.class,
            CommunityFlowRow.class,
            ServiceOrderRow.class,
            DispatchRow.class,
            AssignmentRow.class,
            OrderEventRow.class,
            ServiceRecordRow.class,
            ReviewRow.class,
            ServiceCorrectionRow.class,
            ServiceBackEntryRow.class,
            PointsPolicyRow.class,
            PersonInNeedRow.class,
            NominationRow.class,
            NominationVoteRow.class,
            PointsAccountRow.class,
            MemberBalanceRow.class,
            PointsTransactionRow.class,
            LedgerEntryRow.class,
            ServicePointsRow.class,
            PointsRuleRow.class,
            PointsHoldRow.class,
            RewardItemRow.class,
            RedemptionRow.class,
            HeldPostingRow.class,
            StockMovementRow.class,
            ActivitySeriesRow.class,
            ActivityRow.class,
            ActivityPersonRow.class,
            NoticeRow.class,
            AuditEntryRow.class);

    private final Map<Class<? extends Row>, List<Row>> tables = new LinkedHashMap<>();

    Dataset() {
        ORDER.forEach(type -> tables.put(type, new ArrayList<>()));
    }

    void add(Row row) {
        table(row.getClass()).add(row);
    }

    /** The types of rows, parents before children. */
    List<Class<? extends Row>> types() {
        return ORDER;
    }

    /** The rows of a table in the order in which they were added. */
    <R extends Row> List<R> of(Class<R> type) {
        return table(type).stream().map(type::cast).toList();
    }

    /** Number of rows in all tables. */
    int size() {
        return tables.values().stream().mapToInt(List::size).sum();
    }

    private List<Row> table(Class<? extends Row> type) {
        List<Row> rows = tables.get(type);
        if (rows == null) {
            throw new IllegalArgumentException("no table for " + type.getSimpleName());
        }
        return rows;
    }
}
