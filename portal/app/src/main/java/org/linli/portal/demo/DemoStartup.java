package org.linli.portal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Loads the basic lists, and the demo data if wanted, while the application is being deployed: before it is ready,
 * nobody sees half of it.
 */
@ApplicationScoped
public class DemoStartup {
    private static final Logger LOG = System.getLogger(DemoStartup.class.getName());

    private final boolean wanted;
    private final DemoLoad load;
    private final BasicLists lists;

    @Inject
    public DemoStartup(
            @ConfigProperty(name = "linli.demo", defaultValue = "false") boolean wanted,
            DemoLoad load,
            BasicLists lists) {
        this.wanted = wanted;
        this.load = load;
        this.lists = lists;
    }

    void onStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (wanted) {
            loadDemo();
        }
        lists.fillIfEmpty();
    }

    private void loadDemo() {
        long began = System.nanoTime();
        int rows = load.fillIfEmpty();
        if (rows > 0) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            LOG.log(Level.INFO, "Demo data: {0} rows in {1} ms", rows, millis);
        }
    }
}
