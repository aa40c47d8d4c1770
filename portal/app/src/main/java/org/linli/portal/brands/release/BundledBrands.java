package org.linli.portal.brands.release;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.plugin.Data;
import org.linli.portal.brands.DataJson;
import org.linli.portal.platform.problem.DomainException;

/**
 * A portal with demo data takes up the brands that came with the program: once, and never against an operator who did otherwise.
 * They need no signature: they stand in the same file as the portal itself.
 */
@ApplicationScoped
public class BundledBrands {
    private static final Logger LOG = Logger.getLogger(BundledBrands.class.getName());
    private static final int AFTER_THE_DEMO_DATA = 5000;
    private static final String INDEX = "index";

    private final ReleaseDesk desk;
    private final ReleaseWork work;
    private final ReleaseSwitch change;
    private final BundledBindings bindings;
    private final Reconcile reconcile;
    private final Optional<String> directory;
    private final boolean demo;

    @Inject
    public BundledBrands(
            ReleaseDesk desk,
            ReleaseWork work,
            ReleaseSwitch change,
            BundledBindings bindings,
            Reconcile reconcile,
            @ConfigProperty(name = "linli.brands.bundled") Optional<String> directory,
            @ConfigProperty(name = "linli.demo", defaultValue = "false") boolean demo) {
        this.desk = desk;
        this.work = work;
        this.change = change;
        this.bindings = bindings;
        this.reconcile = reconcile;
        this.directory = directory;
        this.demo = demo;
    }

    void onStart(@Observes @Initialized(ApplicationScoped.class) @Priority(AFTER_THE_DEMO_DATA) Object started) {
        if (!demo || reconcile.isSafeMode() || directory.isEmpty()) {
            return;
        }
        try {
            takeUp(Path.of(directory.get()));
        } catch (IOException | RuntimeException e) { // the demo works without brands rather than not at all
            LOG.log(Level.WARNING, "the brands that came with the program are left out", e);
        }
    }

    private void takeUp(Path files) throws IOException {
        for (String line : Files.readAllLines(files.resolve(INDEX))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<String> words = Arrays.asList(line.strip().split("\\s+"));
                takeUp(files.resolve(words.get(0)), words.subList(1, words.size()));
            }
        }
    }

    private void takeUp(Path jar, List<String> takers) throws IOException {
        CheckedJar checked = CheckedJar.of(jar);
        String id = checked.descriptor().id();
        if (desk.pointer(id).isPresent()) {
            return;
        }
        try {
            Release release = desk.stageBundled(checked, Files.readAllBytes(jar));
            if (release.status() == Release.Status.STAGED) {
                work.requireSound(release);
                desk.verifiedBundled(release);
            }
            change.apply(new ReleaseSwitch.Change(id, 0, release.id(), null, List.of()));
            reconcile.run();
            for (String taker : takers) {
                String[] words = taker.split("=", 2); // a community's code, and the file of its settings if it has any
                Data settings =
                        words.length == 1 ? Data.EMPTY : DataJson.read(Files.readString(jar.resolveSibling(words[1])));
                bindings.enable(id, words[0], settings);
            }
        } catch (DomainException e) {
            LOG.log(Level.WARNING, "{0} is not taken up: {1}", new Object[] {id, e.getMessage()});
        }
    }
}
