package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.linli.portal.platform.web.Client;

/** Addresses that pages write: what a QR code holds, where a photo lies. */
@Named("address")
@RequestScoped
public class PageAddress {
    private final HttpServletRequest request;
    private final Client client;

    @Inject
    public PageAddress(HttpServletRequest request, Client client) {
        this.request = request;
        this.client = client;
    }

    /** Whole address that opens the volunteer's check-in with the code filled in. */
    public String checkIn(long orderId, String code) {
        return client.origin(request) + request.getContextPath() + "/task.xhtml?order=" + orderId + "&code=" + code;
    }

    /** Where the photo is served, with the rights of the order. */
    public String photo(long orderId, long photoId) {
        return request.getContextPath() + "/api/v1/orders/" + orderId + "/photos/" + photoId;
    }
}
