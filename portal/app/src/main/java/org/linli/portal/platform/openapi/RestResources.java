package org.linli.portal.platform.openapi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the resource classes while the container looks at them: the server makes the document outside of it. */
public class RestResources implements Extension {
    private static final Set<Class<?>> FOUND = ConcurrentHashMap.newKeySet();

    void found(@Observes @WithAnnotations(Path.class) ProcessAnnotatedType<?> type) {
        Class<?> candidate = type.getAnnotatedType().getJavaClass();
        if (candidate.isAnnotationPresent(Path.class)) {
            FOUND.add(candidate);
        }
    }

    /** All resource classes, in the order of their names. */
    static List<Class<?>> all() {
        return FOUND.stream().sorted(Comparator.comparing(Class::getName)).toList();
    }
}
