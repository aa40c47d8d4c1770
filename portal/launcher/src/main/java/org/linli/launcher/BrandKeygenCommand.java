package org.linli.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.linli.database.PrivateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a publisher's pair of keys. */
@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        description =
                "Make an Ed25519 key to sign brands with. The private half goes into FILE, readable by you alone; the"
                        + " public half is printed, for the operators of portals.")
final class BrandKeygenCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            throw new StartFailure(
                    StartFailure.NOT_STARTED,
                    file + " is there already. A key is never overwritten: name another file.");
        }
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        PrivateFile.write(file, base64.encodeToString(keys.getPrivate().getEncoded()) + "\n");
        spec.commandLine()
                .getOut()
                .println(base64.encodeToString(keys.getPublic().getEncoded()));
        return 0;
    }
}
