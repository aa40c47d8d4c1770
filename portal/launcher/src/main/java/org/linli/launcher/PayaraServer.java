package org.linli.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.database.FileTree;

/**
 * Payara Micro in this process.
 *
 * <p>Called by reflection: started as {@code java -jar linli.jar} its classes are in a class loader below ours, started
 * with a class-data archive they are on the class path. Four calls do not deserve two ways.
 */
final class PayaraServer {

    private static final String NAME = "linli";
    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";
    private static final String COMPRESSED = "text/html,text/css,text/plain,text/xml,text/javascript,"
            + "application/javascript,application/json,application/problem+json,image/svg+xml";

    private final Object boot;
    private final Object runtime;

    private PayaraServer(Object boot, Object runtime) {
        this.boot = boot;
        this.runtime = runtime;
    }

    /** Boots the server without any application. It does not listen yet. */
    static PayaraServer boot(ServerFiles files, Home home, RunOptions options) {
        try {
            Path instance = home.instance();
            FileTree.delete(instance);
            Files.createDirectories(instance);
            Files.createDirectories(home.logs());
            ClassLoader classes = classesOf(files);
            Thread.currentThread().setContextClassLoader(classes);
            System.setProperty(
                    "fish.payara.micro.BootJar", files.bootJar().toUri().toString());
            System.setProperty("fish.payara.micro.UnpackDir", files.directory().toString());
            Class<?> micro = Class.forName("fish.payara.micro.impl.PayaraMicroImpl", true, classes);
            String[] arguments = arguments(instance, home, options).toArray(String[]::new);
            Object boot =
                    Objects.requireNonNull(call(micro.getMethod("create", String[].class), null, (Object) arguments));
            return new PayaraServer(boot, Objects.requireNonNull(call(micro.getMethod("getRuntime"), boot)));
        } catch (ReflectiveOperationException | IOException e) {
            throw new StartFailure(
                    StartFailure.FAILED, "The server does not start: " + root(e) + "\nMore in " + home.logs() + ".", e);
        }
    }

    /**
     * Deploys the application at the root of the address.
     *
     * @return whether it was taken; if not, the log says why
     */
    boolean deploy(Path war) {
        try {
            Class<?> type = runtime.getClass().getInterfaces()[0];
            call(type.getMethod("deploy", String.class, String.class, File.class), runtime, NAME, "/", war.toFile());
            Object names = call(type.getMethod("getDeployedApplicationNames"), runtime);
            return names instanceof Collection<?> && ((Collection<?>) names).contains(NAME);
        } catch (ReflectiveOperationException e) {
            throw new StartFailure(StartFailure.FAILED, "The application cannot be deployed: " + e, e);
        }
    }

    /** Begins to listen. */
    void listen() {
        try {
            // the runtime's own way to run commands goes over the cluster, and there is none
            Field server = runtime.getClass().getDeclaredField("runtime");
            server.setAccessible(true);
            Object commands = Objects.requireNonNull(publicCall(server.get(runtime), "getCommandRunner"));
            Object result = Objects.requireNonNull(
                    publicCall(commands, "run", "set", new String[] {LISTENER + ".enabled=true"}));
            if (!"SUCCESS".equals(String.valueOf(publicCall(result, "getExitStatus")))) {
                throw new StartFailure(
                        StartFailure.FAILED, "The server does not listen: " + publicCall(result, "getOutput"));
            }
        } catch (ReflectiveOperationException e) {
            throw new StartFailure(StartFailure.FAILED, "The server does not listen: " + e, e);
        }
    }

    /** A method of a public interface of the server, whatever class implements it. */
    private static @Nullable Object publicCall(Object target, String name, Object... arguments)
            throws ReflectiveOperationException {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                    method.setAccessible(true);
                    return call(method, target, arguments);
                }
            }
        }
        throw new NoSuchMethodException(name);
    }

    /** Stops the application, then the server. */
    void shutdown() {
        try {
            call(boot.getClass().getMethod("shutdown"), boot);
        } catch (ReflectiveOperationException | IllegalStateException e) {
            // it ends with the process; nothing that was acknowledged depends on it
            System.getLogger(PayaraServer.class.getName()).log(System.Logger.Level.DEBUG, "shutdown", e);
        }
    }

    private static ClassLoader classesOf(ServerFiles files) throws IOException {
        ClassLoader own = PayaraServer.class.getClassLoader();
        if (own.getResource("fish/payara/micro/impl/PayaraMicroImpl.class") != null) {
            return own;
        }
        return new URLClassLoader("payara", new URL[] {files.bootJar().toUri().toURL()}, own);
    }

    private static List<String> arguments(Path instance, Home home, RunOptions options) throws IOException {
        Path commands = instance.resolve("pre-boot.txt");
        Files.write(commands, preBootCommands(options.bind()));
        Path logging = instance.resolve("linli-logging.properties");
        Files.writeString(logging, loggingProperties(home.logs()));
        return new ArrayList<>(List.of(
                "--rootdir",
                instance.toString(),
                "--port",
                Integer.toString(options.port()),
                "--nohazelcast",
                "--disablephonehome",
                "--name",
                NAME,
                "--maxhttpthreads",
                "64",
                "--logproperties",
                logging.toString(),
                "--prebootcommandfile",
                commands.toString()));
    }

    private static List<String> preBootCommands(String bind) {
        String http = "configs.config.server-config.network-config.protocols.protocol.http-listener.http";
        List<String> commands = new ArrayList<>(List.of(
                "set " + LISTENER + ".address=" + bind,
                "set " + LISTENER + ".enabled=false",
                "set " + http + ".compression=on",
                // by default only pages are compressed, and styles and scripts are four fifths of the first load
                "set " + http + ".compressable-mime-type=" + COMPRESSED,
                "set " + http + ".xpowered-by=false",
                // by default closed after 256 requests, but a proxy in front keeps a few for all
                "set " + http + ".max-connections=100000",
                "set " + http + ".server-header=false",
                // otherwise a DELETE with a body is refused unread, and the reset of its connection may overtake the
                // answer
                "set " + http + ".allow-payload-for-undefined-http-methods=true",
                // figures of the machine are not for everybody who reaches the portal
                "set configs.config.server-config.microprofile-metrics-configuration.enabled=false"));
        if (Boolean.parseBoolean(System.getProperty("linli.behind-proxy", System.getenv("LINLI_BEHIND_PROXY")))) {
            // requests are as secure as the proxy says: the session's cookie too
            commands.add("set " + http + ".scheme-mapping=X-Forwarded-Proto");
        }
        return commands;
    }

    private static String loggingProperties(Path logs) throws IOException {
        try (InputStream in = PayaraServer.class.getResourceAsStream("logging.properties")) {
            if (in == null) {
                throw new IOException("the program holds no logging.properties");
            }
            String pattern = logs.toString().replace("\\", "/").replace("%", "%%");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@LOGS@", pattern);
        }
    }

    private static @Nullable Object call(Method method, @Nullable Object target, Object... arguments)
            throws ReflectiveOperationException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new ReflectiveOperationException(String.valueOf(e.getCause()), e.getCause());
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
