package org.linli.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the version. */
@Command(name = "version", description = "Print the version of Linli and of Java.")
final class VersionCommand implements Runnable, IVersionProvider {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        for (String line : getVersion()) {
            spec.commandLine().getOut().println(line);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Linli " + version(), "Java " + Runtime.version() + " " + System.getProperty("java.vendor")
        };
    }

    static String version() {
        Properties properties = new Properties();
        try (InputStream in = VersionCommand.class.getResourceAsStream("linli.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new StartFailure(StartFailure.FAILED, "The program file is damaged: linli.properties", e);
        }
        return properties.getProperty("version", "unknown");
    }
}
