package org.linli.portal.reports.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.reports.CsvReport;
import org.linli.portal.reports.OrderRow;
import org.linli.portal.reports.Period;
import org.linli.portal.reports.ServiceRow;
import org.linli.portal.reports.StatisticsQueries;
import org.linli.portal.reports.rest.ReportsWire.OrderRowJson;
import org.linli.portal.reports.rest.ReportsWire.ServiceRowJson;
import org.linli.portal.reports.rest.ReportsWire.StatisticsJson;

/** Figures of a unit of the tree, those below it, and the rows behind them. */
@Path("/statistics")
@Tag(name = "statistics")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {
    private final StatisticsQueries queries;
    private final CsvReport csv;
    private final Language language;

    @Inject
    public StatisticsResource(StatisticsQueries queries, CsvReport csv, Language language) {
        this.queries = queries;
        this.csv = csv;
        this.language = language;
    }

    /** Which unit and when: {@code unit} an id, {@code from} and {@code to} days, both included. */
    public static class Choice {
        @Parameter(description = "A unit of the tree; the caller's own when missing")
        @QueryParam("unit")
        private @Nullable String unit;

        @Parameter(description = "First day")
        @Schema(format = "date", example = "2026-11-01")
        @QueryParam("from")
        private @Nullable String from;

        @Parameter(description = "Last day, included")
        @Schema(format = "date", example = "2026-11-22")
        @QueryParam("to")
        private @Nullable String to;

        @Nullable
        Long unitId() {
            return unit == null || unit.isBlank() ? null : (Long) Id.ofField(unit, "unit");
        }
    }

    @GET
    @Operation(summary = "Orders by state, hours, points and volunteers of a unit and of those below it")
    public StatisticsJson statistics(@BeanParam Choice choice) {
        return StatisticsJson.of(queries.statistics(choice.unitId(), period(choice)));
    }

    @GET
    @Path("/export.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "The same as CSV for spreadsheets")
    @Answer(String.class)
    public Response export(@BeanParam Choice choice) {
        String text = csv.of(queries.statistics(choice.unitId(), period(choice)), language.locale());
        return Response.ok(text)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"linli-statistics.csv\"")
                .build();
    }

    @GET
    @Path("/orders")
    @Operation(summary = "The orders behind the figures, newest first; names only for those who work with the people")
    public Page<OrderRowJson> orders(
            @BeanParam Choice choice,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<OrderRow> page = queries.orders(choice.unitId(), period(choice), Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(OrderRowJson::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/service-records")
    @Operation(summary = "The services behind the figures, newest first; names only for those who work with the people")
    public Page<ServiceRowJson> services(
            @BeanParam Choice choice,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<ServiceRow> page = queries.services(choice.unitId(), period(choice), Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(ServiceRowJson::of).toList(), page.nextCursor());
    }

    private Period period(Choice choice) {
        return Period.of(choice.from, choice.to, queries.today());
    }
}
