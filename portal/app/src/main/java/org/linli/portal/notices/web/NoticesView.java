package org.linli.portal.notices.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.notices.NoticeDesk;
import org.linli.portal.notices.NoticeTexts;
import org.linli.portal.notices.NoticeView;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** The page of notices: newest first, opened ones are read. */
@Named("noticesView")
@ViewScoped
public class NoticesView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient NoticeDesk desk;

    @Inject
    private transient NoticeTexts texts;

    @Inject
    private transient Language language;

    private transient List<NoticeView> notices = new ArrayList<>();
    private @Nullable String nextCursor;

    @PostConstruct
    void begin() {
        load(null);
    }

    /** Shows the next ones too. */
    public void more() {
        load(nextCursor);
    }

    /** Marks everything as read. */
    public void readAll() {
        desk.markAllRead();
        notices.clear();
        load(null);
    }

    /** Marks one as read and opens what it is about. */
    public void open(NoticeView notice) throws IOException {
        desk.markRead(notice.id());
        FacesContext faces = FacesContext.getCurrentInstance();
        String page = notice.link().isEmpty() ? "/notices.xhtml" : notice.link();
        faces.getExternalContext().redirect(faces.getExternalContext().getRequestContextPath() + page);
    }

    /** What a notice says, in the reader's language. */
    public String text(NoticeView notice) {
        return texts.of(notice, language.locale());
    }

    public List<NoticeView> getNotices() {
        return notices;
    }

    public boolean isUnread() {
        return notices.stream().anyMatch(NoticeView::isUnread);
    }

    public boolean isMore() {
        return nextCursor != null;
    }

    private void load(@Nullable String cursor) {
        Page<NoticeView> page = desk.list(Window.of(cursor, null));
        notices.addAll(page.items());
        nextCursor = page.nextCursor();
    }
}
