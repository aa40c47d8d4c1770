package org.linli.portal.demo;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows of the unit tree, the team tree and the people. */
final class CommunityRows {
    private CommunityRows() {}

    record OrgUnitRow(
            long id,
            @Nullable Long parentId,
            String level,
            String code,
            String name,
            String path,
            @Nullable Long communityId,
            int eastM,
            int northM,
            @Nullable String phone,
            Instant createdAt)
            implements Row {}

    record TeamRow(
            long id, @Nullable Long parentId, String kind, String code, String name, long orgUnitId, Instant createdAt)
            implements Row {}

    record PersonRow(
            long id,
            long communityId,
            long homeUnitId,
            String name,
            String namePinyin,
            byte[] phoneCipher,
            byte[] phoneIndex,
            String address,
            int birthYear,
            String publicNumber,
            Instant createdAt)
            implements Row {}

    record AccountRow(long personId, String login, byte[] phoneIndex, String passwordHash, Instant passwordChangedAt)
            implements Row {}

    record RoleGrantRow(
            long id,
            long personId,
            long orgUnitId,
            String role,
            String status,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant createdAt,
            @Nullable Long decidedBy,
            @Nullable Instant decidedAt)
            implements Row {}

    record SkillRow(String code, String nameZh, String nameEn, int position) implements Row {}

    record VolunteerRow(long personId, boolean paused, String intro, LocalDate joinedOn) implements Row {}

    record VolunteerSkillRow(long personId, String skillCode) implements Row {}

    record VolunteerAvailabilityRow(long personId, int weekday, int fromMinute, int toMinute) implements Row {}

    record TeamMemberRow(long teamId, long personId, boolean leader, LocalDate joinedOn) implements Row {}

    record AuditEntryRow(
            long id,
            Instant at,
            @Nullable Long actorId,
            String actorName,
            @Nullable Long communityId,
            String action,
            String objectType,
            @Nullable Long objectId,
            String detail)
            implements Row {}

    record NoticeRow(
            long id,
            long personId,
            String code,
            String arguments,
            String link,
            String dedupKey,
            Instant createdAt,
            @Nullable Instant readAt)
            implements Row {}
}
