package org.linli.launcher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * Ctrl-C and SIGTERM. A shutdown hook would not do: all hooks run at once, and the server has to be stopped before the
 * database.
 *
 * <p>By reflection, since the compiler warns of sun.misc.Signal in every use; the module jdk.unsupported keeps it.
 */
final class Signals {

    private static final Map<String, Integer> STOPPING = Map.of("INT", 2, "TERM", 15, "HUP", 1);

    private Signals() {}

    /** Calls the action with the number of the first signal that asks the process to stop. */
    static void onStop(IntConsumer action) {
        AtomicBoolean asked = new AtomicBoolean();
        STOPPING.forEach((name, number) -> handle(name, () -> {
            if (!asked.getAndSet(true)) {
                action.accept(number);
            }
        }));
    }

    private static void handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler invoke = (proxy, method, arguments) -> {
                action.run();
                return null;
            };
            Object onSignal = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, invoke);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), onSignal);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // no such signal on this system (Windows has no HUP): the hook of Portal still closes the database
            System.getLogger(Signals.class.getName()).log(System.Logger.Level.DEBUG, name, e);
        }
    }
}
