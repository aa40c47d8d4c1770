package org.linli.portal.community;

import org.jspecify.annotations.Nullable;

/** A row of the file while it is imported. One million of them must fit in memory: no more than is needed. */
final class ImportRow {
    final int line;
    final String code;
    final String parent;
    final OrgLevel level;
    final String name;
    /** Of the node that is there already; 0 when it is new. */
    long id;

    boolean renamed;

    ImportRow(int line, String code, String parent, OrgLevel level, String name) {
        this.line = line;
        this.code = code;
        this.parent = parent;
        this.level = level;
        this.name = name;
    }

    /** A node that others stand under. */
    record Parent(
            OrgLevel level, long id, String path, @Nullable Long communityId) {}
}
