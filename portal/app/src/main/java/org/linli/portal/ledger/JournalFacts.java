package org.linli.portal.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.linli.portal.ledger.Journal.Kind;

/** Offered as a bean by the feature that keeps facts of a kind: it tells the journal what they say. */
public interface JournalFacts {
    /** The kind that it keeps. */
    Kind kind();

    /**
     * What those facts say, read from their tables: all of it, people as ids, free text as its digest. Values are those of
     * {@code org.linli.journal.CanonicalJson}. The form of a fact never changes; what is new has no key in older facts.
     *
     * @return by id; what is not there any more is missing
     */
    Map<Long, Map<String, Object>> read(Collection<Long> ids);

    /** The first fact of that community that was never noted for the journal. */
    Optional<Long> unnoted(long communityId);
}
