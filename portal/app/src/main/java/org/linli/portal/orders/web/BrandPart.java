package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandFiles;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.orders.BrandOrderDetail;
import org.linli.portal.orders.BrandOrderDetail.Field;
import org.linli.portal.orders.BrandOrderDetail.Relative;
import org.linli.portal.orders.BrandOrderQueries;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.problem.DomainException;

/** What a service brand added to the order on the page. */
@Named
@RequestScoped
public class BrandPart {
    private final BrandOrderQueries queries;
    private final OrderPage page;
    private final BrandFiles files;
    private final Language language;
    private final Caller caller;
    private final HttpServletRequest request;
    private @Nullable Optional<BrandOrderDetail> detail;

    @Inject
    public BrandPart(
            BrandOrderQueries queries,
            OrderPage page,
            BrandFiles files,
            Language language,
            Caller caller,
            HttpServletRequest request) {
        this.page = page;
        this.queries = queries;
        this.files = files;
        this.language = language;
        this.caller = caller;
        this.request = request;
    }

    /** Whether a brand added anything. */
    public boolean isPresent() {
        return find().isPresent();
    }

    /** Whether a step of the brand is what the order waits for: its status alone would say something else. */
    public boolean isWaiting() {
        return find().map(BrandOrderDetail::step).isPresent();
    }

    public BrandOrderDetail getDetail() {
        return find().orElseThrow(DomainException::notFound);
    }

    /** The brand, where the order is. */
    public BrandRef getBrand() {
        return new BrandRef(getDetail().brandId(), getDetail().communityId());
    }

    /** Read once a request: also a form that is sent finds it. */
    private Optional<BrandOrderDetail> find() {
        if (detail == null) {
            detail = queries.find(page.getId(), language.locale());
        }
        return detail;
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
        return files.photo(getBrand(), Long.parseLong(id), caller.personId())
                .map(path -> request.getContextPath() + path)
                .orElse("");
    }
}
