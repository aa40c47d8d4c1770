package org.linli.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.linli.journal.HledgerBook;
import org.linli.journal.JournalFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns an exported journal into a book of hledger. */
@Command(
        name = "hledger",
        mixinStandardHelpOptions = true,
        description = {
            "Write the points of an exported journal as a book of hledger (hledger.org) to standard output.",
            "It proves nothing: run `linli verify` first."
        })
final class HledgerCommand implements Callable<Integer> {
    /** As everywhere in the portal. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Parameters(paramLabel = "journal.jsonl", description = "One line an entry, as the portal exports it.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            new JournalFile(VerifyCommand.readable(file)).writeBook(new HledgerBook(out, ZONE));
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new StartFailure(
                    StartFailure.FAILED, file + " is no journal (" + e.getMessage() + "). Run `linli verify`.", e);
        }
        out.flush();
        return 0;
    }
}
