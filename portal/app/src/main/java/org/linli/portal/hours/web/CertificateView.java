package org.linli.portal.hours.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.Certificate;
import org.linli.portal.hours.CertificateDesk;
import org.linli.portal.hours.ServiceEntry;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.platform.web.Client;

/** 志愿服务记录证明: made here, and shown as it is printed. */
@Named("certificateView")
@ViewScoped
public class CertificateView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient CertificateDesk desk;

    @Inject
    private transient Client client;

    private @Nullable String id;
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private transient Certificate.@Nullable Full full;
    private transient @Nullable List<Certificate> mine;

    /** Issues one and shows it. */
    public String issue() {
        Certificate.Full issued = desk.issue(firstDay, lastDay);
        return "/certificate.xhtml?faces-redirect=true&id="
                + issued.certificate().id();
    }

    /** Whether one is shown, and not the form. */
    public boolean isShown() {
        return id != null && !id.isBlank();
    }

    /** The one that is shown, or 404. */
    public Certificate.Full getFull() {
        if (full == null) {
            full = desk.certificate(Id.ofPath(String.valueOf(id)));
        }
        return full;
    }

    /** Its number in groups of four, as people read it out. */
    public String getNumber() {
        return grouped(getFull().certificate());
    }

    /** The number of a certificate in groups of four. */
    public String grouped(Certificate certificate) {
        return certificate.number().replaceAll("(.{4})(?!$)", "$1-");
    }

    /** The day of a service as it stands on paper. */
    public LocalDate day(ServiceEntry entry) {
        return LocalDate.ofInstant(entry.startedAt(), Clocks.ZONE);
    }

    /** The day of issue. */
    public LocalDate getIssuedOn() {
        return LocalDate.ofInstant(getFull().certificate().issuedAt(), Clocks.ZONE);
    }

    /** Where anybody can check the number. */
    public String getCheckAddress() {
        ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
        return client.origin((HttpServletRequest) context.getRequest())
                + context.getRequestContextPath()
                + "/public/certificate.xhtml";
    }

    public List<Certificate> getMine() {
        if (mine == null) {
            mine = desk.mine();
        }
        return mine;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable LocalDate getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(@Nullable LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
