package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.linli.portal.orders.domain.FlowPack;
import org.linli.portal.orders.domain.FlowStages;
import org.linli.portal.orders.domain.Stage;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.orders.persistence.Residents;
import org.linli.portal.people.Caller;

/** What a dispatcher needs beside the queue: the teams that may be asked, the flow that orders follow. */
@ApplicationScoped
public class BoardQueries {
    private final Orders orders;
    private final Residents residents;
    private final Caller caller;

    @Inject
    BoardQueries(Orders orders, Residents residents, Caller caller) {
        this.orders = orders;
        this.residents = residents;
        this.caller = caller;
    }

    /** A team with how many volunteers it can send. */
    public record Team(long id, String name, int volunteers) {}

    /** Teams that may be asked for an order of that community. */
    public List<Team> teams(long communityId) {
        caller.requireSees(communityId);
        return residents.teamsServing(communityId).stream()
                .map(team -> new Team(team.id(), team.name(), team.volunteers()))
                .toList();
    }

    /** The flow that new orders of that community follow. */
    public FlowView flow(long communityId) {
        caller.requireSees(communityId);
        FlowPack pack = orders.packOf(communityId);
        FlowStages stages = pack.stages();
        List<FlowView.Step> steps = Arrays.stream(Stage.values())
                .filter(stages::has)
                .map(stage -> step(stage, Objects.requireNonNull(stages.rules().get(stage))))
                .toList();
        return new FlowView(pack.label(), pack.nameZh(), pack.nameEn(), steps);
    }

    private static FlowView.Step step(Stage stage, FlowStages.Rule rule) {
        return new FlowView.Step(stage.name(), rule.by(), rule.limitMinutes());
    }
}
