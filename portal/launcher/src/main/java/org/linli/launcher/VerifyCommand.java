package org.linli.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.linli.journal.ChainCheck;
import org.linli.journal.Finding;
import org.linli.journal.JournalFile;
import org.linli.journal.PublishedRoots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves an exported journal, without portal and database. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prove a journal that a portal exported: no portal and no database is needed.",
            "Names the first broken entry. With --roots it also sees whether the end is missing or all was rewritten."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:whole", "1:broken", "2:not checked: no such file, or no roots in it"})
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "journal.jsonl", description = "One line an entry, as the portal exports it.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--roots",
            paramLabel = "roots.json",
            description = "What the portal published: /api/v1/published-journals/ID, taken before the journal.")
    @Nullable
    private Path roots;

    @Option(names = "--lang", paramLabel = "zh|en", description = "Default: the language of the system.")
    @Nullable
    private String language;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PublishedRoots published = published();
        JournalFile.Verdict verdict = new JournalFile(readable(file)).check(published);
        PrintWriter out = spec.commandLine().getOut();
        if (verdict.finding().isPresent()) {
            Finding finding = verdict.finding().get();
            out.println((chinese() ? "账册已损坏。" : "BROKEN. ") + finding.text(locale()));
            return StartFailure.FAILED;
        }
        say(verdict.summary(), out);
        if (published == null) {
            out.println(
                    chinese()
                            ? "未与公布的根核对（--roots）：末尾被截掉、或整本重写，这样查不出来。"
                            : "Not compared with published roots (--roots): a missing end or a journal written anew would"
                                    + " not be seen.");
        } else {
            out.printf(
                    chinese() ? "与 %d 个公布的根一致。%n" : "Agrees with %d published roots.%n",
                    verdict.summary().roots());
        }
        return 0;
    }

    private void say(ChainCheck.Summary all, PrintWriter out) {
        String issued = BigDecimal.valueOf(all.issued(), 2).toPlainString();
        if (chinese()) {
            out.printf("账册完整。社区 %s，共 %d 条，%s 至 %s。%n", all.community(), all.entries(), all.from(), all.to());
            out.printf("积分 %d 笔，净发放 %s；服务 %d 条，共 %d 分钟。%n", all.transactions(), issued, all.services(), all.minutes());
            out.printf("末尾的哈希 %s%n", all.head());
        } else {
            out.printf(
                    "WHOLE. Community %s, %d entries, %s to %s.%n",
                    all.community(), all.entries(), all.from(), all.to());
            out.printf(
                    "%d transactions of points, %s issued; %d service records, %d minutes.%n",
                    all.transactions(), issued, all.services(), all.minutes());
            out.printf("Head %s%n", all.head());
        }
    }

    private @Nullable PublishedRoots published() throws IOException {
        if (roots == null) {
            return null;
        }
        try {
            return PublishedRoots.read(Files.readString(readable(roots)));
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
            throw new StartFailure(
                    StartFailure.NOT_STARTED,
                    roots + " holds no published roots (" + e.getMessage() + "). Get them from"
                            + " /api/v1/published-journals/ID.",
                    e);
        }
    }

    /** The same file, or a plain answer that there is none. */
    static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StartFailure(StartFailure.NOT_STARTED, "There is no file to read at " + file + ".");
        }
        return file;
    }

    private boolean chinese() {
        return locale().getLanguage().equals("zh");
    }

    private Locale locale() {
        return language == null ? Locale.getDefault() : Locale.forLanguageTag(language);
    }
}
