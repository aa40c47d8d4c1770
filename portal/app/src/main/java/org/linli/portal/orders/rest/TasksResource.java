package org.linli.portal.orders.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.TaskView;
import org.linli.portal.orders.rest.WireOrders.TaskJson;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** What a volunteer is asked to do, has to do and has done. */
@Path("/tasks")
@Tag(name = "service")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TasksResource {
    private final OrderQueries queries;

    @Inject
    public TasksResource(OrderQueries queries) {
        this.queries = queries;
    }

    /** Which tasks are listed. */
    public enum State {
        offered,
        accepted,
        done
    }

    @GET
    @Operation(summary = "My open offers, accepted orders or done services")
    public Page<TaskJson> list(
            @QueryParam("state") @Nullable @Schema(enumeration = {"offered", "accepted", "done"}) String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Window window = Window.of(cursor, limit);
        State which = Wire.constant(state, State.class, "state");
        Page<TaskView> page = which == null || which == State.offered
                ? new Page<>(queries.offers(), null)
                : queries.assignments(which == State.accepted, window);
        return new Page<>(page.items().stream().map(TaskJson::of).toList(), page.nextCursor());
    }
}
