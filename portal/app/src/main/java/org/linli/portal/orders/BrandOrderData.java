package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.plugin.OrderView;
import org.linli.portal.brands.BrandData;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.orders.persistence.Extensions;
import org.linli.portal.orders.persistence.StepRows;

/** The orders of a brand for the community's export, oldest last, with the steps that were taken in them. */
@ApplicationScoped
public class BrandOrderData implements BrandData {
    private static final int AT_ONCE = 500;

    private final Extensions extensions;
    private final StepRows steps;
    private final BrandOrderViews views;

    @Inject
    BrandOrderData(Extensions extensions, StepRows steps, BrandOrderViews views) {
        this.extensions = extensions;
        this.steps = steps;
        this.views = views;
    }

    @Override
    public void export(BrandRef brand, Parts parts) {
        for (String type : extensions.types(brand)) {
            int offset = 0;
            List<Long> some = extensions.ofType(brand, type, false, offset, AT_ONCE);
            while (!some.isEmpty()) {
                List<Data> objects = new ArrayList<>();
                some.forEach(id -> views.find(brand, id).ifPresent(view -> objects.add(data(view, id))));
                parts.objects("orders", objects);
                offset += some.size();
                some = extensions.ofType(brand, type, false, offset, AT_ONCE);
            }
        }
    }

    private Data data(OrderView order, long id) {
        List<Data> taken = steps.of(id).stream()
                .map(step -> Data.of(
                        "step", step.step(),
                        "at", step.at().toString(),
                        "by", step.actorName(),
                        "outcome", step.outcome(),
                        "note", step.note(),
                        "input", step.input()))
                .toList();
        return Data.of(
                "number", order.number(),
                "type", order.type(),
                "status", order.status(),
                "description", order.description(),
                "fields", order.fields(),
                "placedAt", order.placedAt().toString(),
                "dueAt", text(order.dueAt()),
                "steps", taken);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
