package org.linli.portal.points.policy.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.points.expiry.ExpiryTerms;
import org.linli.portal.points.policy.PointsPolicy;
import org.linli.portal.points.policy.PolicyCommand;

/** The fields of a policy as they are typed. */
public class PolicyForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_MONTHS = 12;

    private String expiry = ExpiryTerms.Kind.NONE.name();
    private @Nullable Integer months = USUAL_MONTHS;
    private @Nullable Integer noticeDays;
    private boolean donations;
    private boolean pool;
    private @Nullable String aloneUpTo;
    private @Nullable Integer panelSize;
    private @Nullable Integer announceDays;

    /** Filled with what holds. */
    static PolicyForm of(PointsPolicy policy) {
        PolicyForm form = new PolicyForm();
        form.expiry = policy.expiry().kind().name();
        form.months =
                policy.expiry().months() == 0 ? USUAL_MONTHS : policy.expiry().months();
        form.noticeDays = policy.expiry().noticeDays();
        form.donations = policy.gifts().donations();
        form.pool = policy.gifts().pool();
        form.aloneUpTo = Points.format(policy.gifts().aloneUpTo());
        form.panelSize = policy.panel().size();
        form.announceDays = policy.panel().announceDays();
        return form;
    }

    PolicyCommand command() {
        Points alone = Points.parse(aloneUpTo)
                .orElseThrow(() -> DomainException.invalidField("aloneUpTo", "points.no-amount"));
        return new PolicyCommand(
                ExpiryTerms.Kind.valueOf(expiry), months, noticeDays, donations, pool, alone, panelSize, announceDays);
    }

    public String getExpiry() {
        return expiry;
    }

    public void setExpiry(String expiry) {
        this.expiry = expiry;
    }

    public @Nullable Integer getMonths() {
        return months;
    }

    public void setMonths(@Nullable Integer months) {
        this.months = months;
    }

    public @Nullable Integer getNoticeDays() {
        return noticeDays;
    }

    public void setNoticeDays(@Nullable Integer noticeDays) {
        this.noticeDays = noticeDays;
    }

    public boolean isDonations() {
        return donations;
    }

    public void setDonations(boolean donations) {
        this.donations = donations;
    }

    public boolean isPool() {
        return pool;
    }

    public void setPool(boolean pool) {
        this.pool = pool;
    }

    public @Nullable String getAloneUpTo() {
        return aloneUpTo;
    }

    public void setAloneUpTo(@Nullable String aloneUpTo) {
        this.aloneUpTo = aloneUpTo;
    }

    public @Nullable Integer getPanelSize() {
        return panelSize;
    }

    public void setPanelSize(@Nullable Integer panelSize) {
        this.panelSize = panelSize;
    }

    public @Nullable Integer getAnnounceDays() {
        return announceDays;
    }

    public void setAnnounceDays(@Nullable Integer announceDays) {
        this.announceDays = announceDays;
    }
}
