package org.linli.portal.platform;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** Events for tests without a container. */
public final class Fired {
    private Fired() {}

    /** An event that tells one observer, in the thread that fires it. */
    @SuppressWarnings("unchecked")
    public static <T> Event<T> to(Consumer<? super T> observer) {
        return (Event<T>) Proxy.newProxyInstance(
                Fired.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("fire")) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    observer.accept((T) arguments[0]);
                    return null;
                });
    }
}
