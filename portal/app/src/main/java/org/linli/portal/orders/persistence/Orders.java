package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OfferStatus;
import org.linli.portal.orders.domain.Assignment;
import org.linli.portal.orders.domain.Dispatch;
import org.linli.portal.orders.domain.FlowPack;
import org.linli.portal.orders.domain.FlowStages;
import org.linli.portal.orders.domain.OrderPhoto;
import org.linli.portal.orders.domain.ServiceItem;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.platform.problem.DomainException;

/** Loads orders and what belongs to them, to be changed in the present transaction. */
@ApplicationScoped
public class Orders {
    private static final String USUAL_PACK = "four";

    private final EntityManager entities;

    /** Editions of packs never change, so a node may remember them. */
    private final Map<Long, FlowStages> flows = new ConcurrentHashMap<>();

    @Inject
    public Orders(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The order, to be changed: whoever else wants to change it or anything of it waits until this transaction ends, and
     * its version goes up in any case. So offers, assignment and timeline are always changed by one at a time.
     *
     * @throws DomainException 404
     */
    public ServiceOrder take(long id) {
        ServiceOrder order = entities.find(ServiceOrder.class, id, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        if (order == null) {
            throw DomainException.notFound();
        }
        return order.following(flow(order.terms().flowPackId()));
    }

    /** The order, only to be looked at. */
    public Optional<ServiceOrder> find(long id) {
        return Optional.ofNullable(entities.find(ServiceOrder.class, id))
                .map(order -> order.following(flow(order.terms().flowPackId())));
    }

    /** Offers that may still be accepted, oldest first. */
    public List<Dispatch> openOffers(long orderId) {
        return entities.createQuery(
                        "SELECT d FROM Dispatch d WHERE d.orderId = ?1 AND d.status = ?2 ORDER BY d.id", Dispatch.class)
                .setParameter(1, orderId)
                .setParameter(2, OfferStatus.OFFERED)
                // what this transaction has changed is seen below; writing it now would mean to write the order twice
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .filter(Dispatch::isOpen)
                .toList();
    }

    /** The offer of that order, whatever became of it. */
    public Dispatch offer(long orderId, long dispatchId) {
        Dispatch offer = entities.find(Dispatch.class, dispatchId);
        if (offer == null || offer.orderId() != orderId) {
            throw DomainException.notFound();
        }
        return offer;
    }

    /** The assignment that lives, if there is one. */
    public Optional<Assignment> liveAssignment(long orderId) {
        return entities.createQuery("SELECT a FROM Assignment a WHERE a.liveOrderId = ?1", Assignment.class)
                .setParameter(1, orderId)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }

    /** Who serves or served: the assignment that lives, or the one that is done. */
    public Optional<Assignment> servingAssignment(long orderId) {
        return entities.createQuery(
                        "SELECT a FROM Assignment a WHERE a.orderId = ?1 AND (a.liveOrderId = ?1 OR a.endReason = ?2)",
                        Assignment.class)
                .setParameter(1, orderId)
                .setParameter(2, Assignment.End.DONE)
                .getResultStream()
                .findFirst();
    }

    /** The assignment in which the service was rendered. */
    public Assignment doneAssignment(long orderId) {
        return entities.createQuery(
                        "SELECT a FROM Assignment a WHERE a.orderId = ?1 AND a.endReason = ?2", Assignment.class)
                .setParameter(1, orderId)
                .setParameter(2, Assignment.End.DONE)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
    }

    /**
     * The item of that community.
     *
     * @throws DomainException 404
     */
    public ServiceItem item(long itemId) {
        ServiceItem item = entities.find(ServiceItem.class, itemId);
        if (item == null) {
            throw DomainException.notFound();
        }
        return item;
    }

    /** As {@link #item(long)}, if there is one. */
    public Optional<ServiceItem> findItem(@Nullable Long itemId) {
        return itemId == null ? Optional.empty() : Optional.ofNullable(entities.find(ServiceItem.class, itemId));
    }

    /** The pack that new orders of a community follow: the one it chose, else the newest edition of 四单. */
    public FlowPack packOf(long communityId) {
        List<?> chosen = entities.createNativeQuery("SELECT flow_pack_id FROM community_flow WHERE community_id = ?1")
                .setParameter(1, communityId)
                .getResultList();
        if (!chosen.isEmpty()) {
            return entities.find(FlowPack.class, ((Number) chosen.get(0)).longValue());
        }
        return entities.createQuery(
                        "SELECT p FROM FlowPack p WHERE p.code = ?1 ORDER BY p.edition DESC", FlowPack.class)
                .setParameter(1, USUAL_PACK)
                .setMaxResults(1)
                .getSingleResult();
    }

    /** That edition of a pack. */
    public FlowPack pack(long packId) {
        return entities.find(FlowPack.class, packId);
    }

    /**
     * The photo of that order.
     *
     * @throws DomainException 404
     */
    public OrderPhoto photo(long orderId, long photoId) {
        OrderPhoto photo = entities.find(OrderPhoto.class, photoId);
        if (photo == null || photo.orderId() != orderId) {
            throw DomainException.notFound();
        }
        return photo;
    }

    /** Writes a new entity at once: rows that point to it may follow, and plain ids tell no one in which order. */
    public void add(Object entity) {
        entities.persist(entity);
        entities.flush();
    }

    /** Writes what has been changed, so that SQL of this transaction sees it and a race shows here. */
    public void flush() {
        entities.flush();
    }

    private FlowStages flow(long packId) {
        return flows.computeIfAbsent(
                packId, id -> entities.find(FlowPack.class, id).stages());
    }
}
