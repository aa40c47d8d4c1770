package org.linli.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.linli.database.DatabaseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. */
@Command(
        name = "linli",
        description = "Linli 邻里, the neighbourhood's volunteer service.",
        versionProvider = VersionCommand.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ImportOrgCommand.class,
            BrandCommand.class,
            VerifyCommand.class,
            HledgerCommand.class,
            PrepareCommand.class,
            WarmUpCommand.class,
            VersionCommand.class,
            HelpCommand.class
        })
public final class Linli {

    private Linli() {}

    /**
     * Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 not started because of how it was
     * called, 128 + n ended by signal n.
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Linli());
        Console console = new Console();
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            PrintWriter err = command.getErr();
            if (failure instanceof StartFailure) {
                err.println(failure.getMessage());
                return ((StartFailure) failure).exitCode();
            }
            if (failure instanceof DatabaseException) {
                err.println(failure.getMessage());
                return StartFailure.FAILED;
            }
            err.println("Unexpected failure. Please report it with the lines below.");
            failure.printStackTrace(err);
            return StartFailure.FAILED;
        });
        return line;
    }
}
