package org.linli.portal.people.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.ImportResult;
import org.linli.portal.people.TreeDesk;
import org.linli.portal.platform.i18n.Texts;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violation;

/** Upload of a tree as CSV; large ones go over REST. */
@Named("treeImport")
@RequestScoped
public class TreeImportView {
    private final TreeDesk desk;
    private final Texts texts;
    private @Nullable Part file;
    private boolean dryRun = true;
    private @Nullable ImportResult result;

    @Inject
    public TreeImportView(TreeDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    public void run() throws IOException {
        if (file == null) {
            throw DomainException.invalidField("file", "platform.field-required");
        }
        try (InputStream csv = file.getInputStream()) {
            result = desk.importCsv(csv, dryRun);
        }
    }

    /** What is wrong with a row, in words. */
    public String text(ImportResult.RowError error) {
        return texts.of(new Violation(error.field(), error.code(), List.of()).textKey(), error.value());
    }

    public @Nullable ImportResult getResult() {
        return result;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }
}
