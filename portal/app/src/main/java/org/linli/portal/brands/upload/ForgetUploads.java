package org.linli.portal.brands.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Removes photos of forms that were never sent. */
@ApplicationScoped
public class ForgetUploads implements PeriodicJob {
    private final Uploads uploads;

    @Inject
    public ForgetUploads(Uploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        uploads.forgetLoose();
    }
}
