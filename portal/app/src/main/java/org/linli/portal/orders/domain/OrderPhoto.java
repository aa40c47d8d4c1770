package org.linli.portal.orders.domain;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import org.linli.portal.platform.image.CleanImage;
import org.linli.portal.platform.persistence.Ids;

/** A picture of an order, already cleaned; see {@link CleanImage}. */
@Entity
@Table(name = "order_photo")
public class OrderPhoto {
    @Id
    private long id;

    @Column(name = "order_id")
    private long orderId;

    @Column(name = "uploaded_by")
    private long uploadedBy;

    @Column(name = "media_type")
    private String mediaType;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    private byte[] content;

    @Column(name = "created_at")
    private Instant createdAt;

    protected OrderPhoto() {}

    public OrderPhoto(ServiceOrder order, long uploadedBy, CleanImage image, Instant now) {
        this.id = Ids.next();
        this.orderId = order.id();
        this.uploadedBy = uploadedBy;
        this.mediaType = CleanImage.MEDIA_TYPE;
        this.content = image.jpeg();
        this.createdAt = now;
    }

    public long id() {
        return id;
    }

    public long orderId() {
        return orderId;
    }

    public long uploadedBy() {
        return uploadedBy;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }
}
