package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandFiles;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.orders.BrandOrderDetail;
import org.linli.portal.orders.BrandOrderDetail.Field;
import org.linli.portal.orders.BrandOrderDetail.Relative;
import org.linli.portal.orders.BrandOrderQueries;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.i18n.Language;

/** What a service brand added to the order on the page. */
@Named
@RequestScoped
public class BrandPart {
    private final BrandOrderQueries queries;
    private final BrandFiles files;
    private final Language language;
    private final Caller caller;
    private final HttpServletRequest request;
    private @Nullable BrandOrderDetail detail;

    @Inject
    public BrandPart(
            BrandOrderQueries queries, BrandFiles files, Language language, Caller caller, HttpServletRequest request) {
        this.queries = queries;
        this.files = files;
        this.language = language;
        this.caller = caller;
        this.request = request;
    }

    public void open(long orderId) {
        detail = queries.find(orderId, language.locale()).orElse(null);
    }

    public boolean isPresent() {
        return detail != null;
    }

    public BrandOrderDetail getDetail() {
        return Objects.requireNonNull(detail);
    }

    public List<Field> getPlainFields() {
        return getDetail().fields().stream()
                .filter(field -> field.photos().isEmpty() && !field.value().isBlank())
                .toList();
    }

    public List<Field> getPhotoFields() {
        return getDetail().fields().stream()
                .filter(field -> !field.photos().isEmpty())
                .toList();
    }

    /** The order that it follows from, and those that follow from it. */
    public List<Relative> getRelated() {
        List<Relative> related = new ArrayList<>(getDetail().children());
        Relative parent = getDetail().parent();
        if (parent != null) {
            related.add(0, parent);
        }
        return related;
    }

    /** Address of a photo for this reader; empty for what is none of the brand's here. */
    public String photo(String id) {
        if (!id.matches("\\d{1,19}")) {
            return "";
        }
        BrandRef brand = new BrandRef(getDetail().brandId(), getDetail().communityId());
        return files.photo(brand, Long.parseLong(id), caller.personId())
                .map(path -> request.getContextPath() + path)
                .orElse("");
    }
}
