package org.linli.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a jar. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = "Sign a jar as it is, byte for byte; the signature goes into FILE.jar.sig.")
final class BrandSignCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.jar")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path jar;

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "Made by `linli brand keygen`.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path key;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(privateKey());
        signature.update(Files.readAllBytes(jar));
        Path file = jar.resolveSibling(jar.getFileName() + ".sig");
        Files.writeString(file, Base64.getEncoder().encodeToString(signature.sign()) + "\n");
        spec.commandLine().getOut().println(file);
        return 0;
    }

    private PrivateKey privateKey() throws IOException {
        try {
            byte[] encoded = Base64.getDecoder().decode(Files.readString(key).strip());
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new StartFailure(
                    StartFailure.NOT_STARTED,
                    key + " holds no key of `linli brand keygen`. Name that file by --key.",
                    e);
        }
    }
}
