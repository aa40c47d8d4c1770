package org.linli.portal.brands.call;

import com.sun.management.GarbageCollectionNotificationInfo;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * The part of the heap where what stays is kept. Large objects are there from the beginning, so its use between two collections
 * says nothing: what it held after the last one does, even after a short one.
 */
@ApplicationScoped
public class OldGeneration implements HeapWatch.Memory {
    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(pool -> !pool.getName().contains("Eden") && !pool.getName().contains("Survivor"))
            .toList();
    private static final Set<String> NAMES =
            POOLS.stream().map(MemoryPoolMXBean::getName).collect(Collectors.toUnmodifiableSet());

    private final NotificationListener listener = (notification, none) -> collected(notification);
    private volatile long settled = used();

    @PostConstruct
    void listen() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
            }
        }
    }

    /** The virtual machine would keep the portal's classes by it. */
    @PreDestroy
    void stop() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                try {
                    emitter.removeNotificationListener(listener);
                } catch (ListenerNotFoundException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void collected(Notification notification) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)
                && notification.getUserData() instanceof CompositeData data) {
            Map<String, MemoryUsage> after =
                    GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc();
            settled = after.entrySet().stream()
                    .filter(pool -> NAMES.contains(pool.getKey()))
                    .mapToLong(pool -> pool.getValue().getUsed())
                    .sum();
        }
    }

    @Override
    public long settled() {
        return settled;
    }

    @Override
    public long afterFullCollection() {
        System.gc();
        settled = used();
        return settled;
    }

    @Override
    public long size() {
        return Runtime.getRuntime().maxMemory();
    }

    private static long used() {
        return POOLS.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }
}
