package org.linli.portal.orders.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.CheckInOutcome;
import org.linli.portal.orders.CompleteService;
import org.linli.portal.orders.OrderDetail;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.OrderRef;
import org.linli.portal.orders.PhotoDesk;
import org.linli.portal.orders.ServiceDesk;
import org.linli.portal.platform.web.PageMessages;
import org.primefaces.event.FileUploadEvent;

/** A volunteer at work on one order: check in, photos, the record, or giving it back. */
@Named("task")
@ViewScoped
public class TaskPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final OrderQueries queries;
    private final ServiceDesk desk;
    private final PhotoDesk photos;
    private final OrderWords words;
    private final PageMessages messages;
    private long id;
    private @Nullable String code;
    private @Nullable String journal;
    private @Nullable Integer minutes;
    private @Nullable String reason;
    private transient @Nullable OrderDetail detail;

    @Inject
    public TaskPage(OrderQueries queries, ServiceDesk desk, PhotoDesk photos, OrderWords words, PageMessages messages) {
        this.queries = queries;
        this.desk = desk;
        this.photos = photos;
        this.words = words;
        this.messages = messages;
    }

    /** Reads the order; 404 when it does not concern the viewer. */
    public void open() {
        detail = queries.detail(id);
    }

    public OrderDetail getDetail() {
        if (detail == null) {
            open();
        }
        return Objects.requireNonNull(detail);
    }

    /** Whether the viewer may do that as the one who serves. */
    public boolean may(String action) {
        return getDetail().may(action) && (getDetail().isParty("ASSIGNEE") || action.equals("ACCEPT"));
    }

    /** A wrong code stays on the page and says how many tries are left. */
    public @Nullable String checkIn() {
        CheckInOutcome outcome = desk.checkIn(OrderRef.latest(id), digits());
        return outcome.checkedIn() ? done("checkedIn") : wrongCode("checkIn:code", outcome);
    }

    private @Nullable String digits() {
        return code == null ? null : code.replace(" ", "");
    }

    private String done(String key) {
        messages.done("orders.page.task." + key);
        return page();
    }

    private @Nullable String wrongCode(String field, CheckInOutcome outcome) {
        String text = words.say("task.wrongCode", outcome.triesLeft());
        FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        code = null;
        return null;
    }

    /** Adds one picture at once; what has been written so far stays. */
    public void addPhoto(FileUploadEvent event) {
        photos.add(id, event.getFile().getContent());
        detail = null;
        messages.done("orders.page.task.photos.added");
    }

    /** A wrong code stays on the page, with what was written. */
    public @Nullable String complete() {
        CheckInOutcome outcome = desk.complete(new CompleteService(OrderRef.latest(id), journal, minutes, digits()));
        return outcome.checkedIn() ? done("completed") : wrongCode("complete:code", outcome);
    }

    public String release() {
        desk.release(OrderRef.latest(id), reason);
        messages.done("orders.page.task.released");
        return "/tasks.xhtml?show=mine&faces-redirect=true";
    }

    /** Key of the sentence for a volunteer who has nothing to do here now; empty when there is something. */
    public String getNotice() {
        OrderDetail shown = getDetail();
        if (may("ACCEPT") || may("CHECK_IN") || may("COMPLETE")) {
            return "";
        }
        return switch (shown.order().status()) {
            case COMPLETED -> "waiting";
            case REVIEWED, ASSESSED, CLOSED -> "closed";
            default -> "gone";
        };
    }

    private String page() {
        return "/task.xhtml?order=" + id + "&faces-redirect=true";
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getJournal() {
        return journal;
    }

    public void setJournal(@Nullable String journal) {
        this.journal = journal;
    }

    public @Nullable Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
