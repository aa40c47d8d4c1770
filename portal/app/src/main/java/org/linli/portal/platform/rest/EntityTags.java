package org.linli.portal.platform.rest;

import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** Strong entity tags made of the version of a thing; updates must name the one that they saw (RFC 9110, 13.1.1). */
public final class EntityTags {
    private EntityTags() {}

    /** The tag of that version. */
    public static EntityTag of(long version) {
        return new EntityTag("v" + version);
    }

    /**
     * The version that the caller saw.
     *
     * @param ifMatch the If-Match header
     * @throws DomainException 428 when the header is missing, 400 when it is no tag of ours
     */
    public static long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw DomainException.of(Kind.VERSION_REQUIRED, "platform.if-match-required");
        }
        String tag = ifMatch.strip();
        if (tag.length() < 4 || !tag.startsWith("\"v") || !tag.endsWith("\"")) {
            throw DomainException.invalid("platform.bad-entity-tag");
        }
        try {
            return Long.parseLong(tag.substring(2, tag.length() - 1));
        } catch (NumberFormatException e) {
            throw DomainException.invalid("platform.bad-entity-tag");
        }
    }

    /**
     * Refuses an update that was made looking at another version.
     *
     * @throws DomainException 412
     */
    public static void requireSame(long seen, long present) {
        if (seen != present) {
            throw DomainException.of(Kind.CHANGED, "platform.changed-meanwhile");
        }
    }
}
