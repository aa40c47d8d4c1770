package org.linli.portal.ledger.journal.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.journal.Finding;
import org.linli.portal.ledger.journal.JournalDesk;
import org.linli.portal.ledger.journal.JournalRecords;
import org.linli.portal.ledger.journal.PublicJournals;

/** The journal as JSON. */
final class JournalWire {
    private JournalWire() {}

    /** A community that keeps a journal. */
    @Schema(name = "JournalKeeper")
    public record KeeperJson(String communityId, String name) {
        static KeeperJson of(PublicJournals.Keeper keeper) {
            return new KeeperJson(Long.toString(keeper.communityId()), keeper.name());
        }
    }

    /** Where a chain ends at this moment. */
    @Schema(name = "JournalHead")
    public record HeadJson(
            @Schema(description = "Number of the last entry")
            long seq,

            @Schema(description = "Its SHA-256, hexadecimal")
            String hash,

            Instant sealedAt) {}

    /** Where a chain ended when a day ended. */
    @Schema(name = "JournalDay")
    public record DayJson(
            @Schema(format = "date", description = "A day of Asia/Shanghai", example = "2026-11-21")
            String day,

            @Schema(description = "Number of the last entry of that day")
            long seq,

            @Schema(description = "Its SHA-256, hexadecimal: the day's root")
            String hash) {}

    /** What is published of a chain; as it is, the file for {@code linli verify --roots}. */
    @Schema(name = "JournalRoots")
    public record RootsJson(
            String communityId, String name, @Nullable HeadJson head, List<DayJson> days) {
        static RootsJson of(PublicJournals.Published published) {
            PublicJournals.Head head = published.head();
            return new RootsJson(
                    Long.toString(published.keeper().communityId()),
                    published.keeper().name(),
                    head == null ? null : new HeadJson(head.seq(), head.hash(), head.sealedAt()),
                    published.days().stream()
                            .map(day -> new DayJson(day.day().toString(), day.seq(), day.hash()))
                            .toList());
        }
    }

    /** A proof of a chain against the tables. */
    @Schema(name = "JournalCheck")
    public record CheckJson(
            String id,

            @Schema(description = "Whether it is the nightly one")
            boolean nightly,

            Instant begunAt,
            @Nullable Instant endedAt,

            @Schema(description = "Entries that were proved")
            long entries,

            boolean whole,

            @Schema(description = "Kind of damage", implementation = Finding.Why.class) @Nullable
            String broken,

            @Schema(description = "The first broken entry") @Nullable
            Long brokenSeq,

            @Nullable String detail) {
        static CheckJson of(JournalRecords.Check check) {
            boolean broken = check.broken() != null;
            return new CheckJson(
                    Long.toString(check.id()),
                    check.night(),
                    check.begunAt(),
                    check.endedAt(),
                    check.entries(),
                    !broken && check.endedAt() != null,
                    broken ? String.valueOf(check.broken()) : null,
                    broken ? check.brokenSeq() : null,
                    broken ? check.detail() : null);
        }
    }

    /** How a journal is doing. */
    @Schema(name = "JournalStatus")
    public record StatusJson(
            @Schema(description = "Entries in the chain") long sealed,

            @Schema(description = "Committed facts that wait for it")
            long unsealed,

            @Schema(description = "How long the first of them waits")
            long waitingSeconds,

            @Schema(description = "How many may wait (linli.journal.tail-entries)")
            long tailBound,

            @Schema(
                    description =
                            "So many wait that new facts are refused with ledger.journal-behind until it has caught up")
            boolean refusing,

            List<CheckJson> checks) {
        static StatusJson of(JournalDesk.Status status) {
            return new StatusJson(
                    status.ends().sealed(),
                    status.ends().unsealed(),
                    status.ends().waitingSeconds(),
                    status.ends().most(),
                    status.ends().refusing(),
                    status.checks().stream().map(CheckJson::of).toList());
        }
    }
}
