package org.linli.portal.orders;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.linli.portal.orders.domain.OrderPhoto;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.DetailRows;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.image.CleanImage;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;

/** Photos of an order: of the need by the resident, of the work by the volunteer. */
@Desk
public class PhotoDesk {
    /** Largest upload. */
    public static final int MAX_BYTES = CleanImage.MAX_BYTES;

    /** Photos that one person may add to one order. */
    public static final int MAX_PHOTOS = 6;

    private static final Set<Party> WITH_CAMERA = EnumSet.of(Party.PRINCIPAL, Party.PLACER, Party.ASSIGNEE);

    private final Orders orders;
    private final DetailRows details;
    private final OrderAccess access;
    private final Handling handling;
    private final Caller caller;

    @Inject
    PhotoDesk(Orders orders, DetailRows details, OrderAccess access, Handling handling, Caller caller) {
        this.orders = orders;
        this.details = details;
        this.access = access;
        this.handling = handling;
        this.caller = caller;
    }

    /**
     * Adds a photo, drawn anew without what was hidden in it.
     *
     * @param upload JPEG or PNG, at most 5 MB
     * @return id of the photo
     * @throws DomainException 400 or 413 for what is no such picture, 409 when there are six or the order has ended
     */
    public long add(long orderId, byte[] upload) {
        access.parties(orders.find(orderId).orElseThrow(DomainException::notFound));
        CleanImage image = CleanImage.of(upload);
        ServiceOrder order = orders.take(orderId);
        Set<Party> parties = access.parties(order);
        boolean servedByMe = parties.contains(Party.FORMER)
                && order.status() == OrderStatus.COMPLETED
                && orders.doneAssignment(orderId).volunteerId() == caller.personId();
        boolean may = parties.stream().anyMatch(WITH_CAMERA::contains) || servedByMe;
        if (!may) {
            throw DomainException.forbidden("orders.not-your-part");
        }
        if (order.status().isFinal()) {
            throw DomainException.conflict("orders.ended");
        }
        if (details.photosBy(orderId, caller.personId()) >= MAX_PHOTOS) {
            throw DomainException.conflict("orders.too-many-photos", MAX_PHOTOS);
        }
        OrderPhoto photo = new OrderPhoto(order, caller.personId(), image, handling.now());
        orders.add(photo);
        return photo.id();
    }
}
