package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How the nodes of the portal stand, for its operators. */
@ApplicationScoped
public class NodeStates {
    private final NodeRows nodes;
    private final Reconcile reconcile;
    private final OperatorRight right;

    @Inject
    public NodeStates(NodeRows nodes, Reconcile reconcile, OperatorRight right) {
        this.nodes = nodes;
        this.reconcile = reconcile;
        this.right = right;
    }

    /** What each node said last of a brand, by node. */
    public List<NodeRows.Report> of(String brandId) {
        right.require();
        return nodes.of(brandId);
    }

    /** Whether this node was started without plugins. */
    public boolean isSafeMode() {
        return reconcile.isSafeMode();
    }
}
