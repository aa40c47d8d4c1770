package org.linli.portal.people.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.AuditTrail;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** The audit log, newest first. */
@Named("auditPage")
@ViewScoped
public class AuditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient AuditWords words;

    private transient List<AuditWords.Line> lines = new ArrayList<>();
    private @Nullable String nextCursor;

    @PostConstruct
    void begin() {
        load(null);
    }

    public void more() {
        load(nextCursor);
    }

    private void load(@Nullable String cursor) {
        Page<AuditTrail.Entry> page = trail.list(null, Window.of(cursor, 50));
        lines.addAll(words.of(page.items()));
        nextCursor = page.nextCursor();
    }

    public List<AuditWords.Line> getLines() {
        return lines;
    }

    public boolean isMore() {
        return nextCursor != null;
    }
}
