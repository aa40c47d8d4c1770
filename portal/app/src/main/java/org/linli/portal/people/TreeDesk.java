package org.linli.portal.people;

import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.ImportResult;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.community.OrgUnits;
import org.linli.portal.community.TreeImport;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/**
 * The tree for callers. Down to the communities it is public knowledge; what lies within a community only its people
 * see.
 */
@Desk
public class TreeDesk {
    /** Levels that a community's administrator may add within the community. */
    private static final Set<OrgLevel> OF_COMMUNITY = EnumSet.of(OrgLevel.BUILDING, OrgLevel.HOUSEHOLD_GROUP);

    private final OrgTree tree;
    private final OrgUnits units;
    private final TreeImport treeImport;
    private final Caller caller;
    private final AuditLog audit;

    @Inject
    public TreeDesk(OrgTree tree, OrgUnits units, TreeImport treeImport, Caller caller, AuditLog audit) {
        this.tree = tree;
        this.units = units;
        this.treeImport = treeImport;
        this.caller = caller;
        this.audit = audit;
    }

    /** A node with its version. */
    public record Node(OrgUnitView unit, long version) {}

    /**
     * The node with that id.
     *
     * @throws DomainException 404
     */
    public Node node(long id) {
        return new Node(visible(id), units.version(id));
    }

    /** The nodes directly below; the roots when the id is null. */
    public List<OrgUnitView> children(@Nullable Long parentId) {
        if (parentId == null) {
            caller.identity();
            return units.roots();
        }
        OrgUnitView parent = visible(parentId);
        if (parent.communityId() == null) {
            return tree.children(parentId);
        }
        caller.requireSees(parent.communityId());
        return tree.children(parentId);
    }

    /** Nodes of a level at or below a node, newest first. Nodes within communities only for those who see them all. */
    public Page<OrgUnitView> below(long id, @Nullable OrgLevel level, Window window) {
        OrgUnitView top = visible(id);
        boolean inside = level == null || level.ordinal() > OrgLevel.COMMUNITY.ordinal();
        if (inside && top.communityId() == null && !holdsStaffRole(top)) {
            throw DomainException.forbidden("people.role-needed");
        }
        return Page.of(units.below(top.path(), level, window), window, OrgUnitView::id);
    }

    /** How many nodes of each level stand at or below a node. */
    public Map<OrgLevel, Long> counts(long id) {
        return units.counts(visible(id).path());
    }

    /** The nodes above, from the top. */
    public List<OrgUnitView> ancestors(long id) {
        return units.ancestors(visible(id).path());
    }

    /** Adds a node: operators any, administrators of a community buildings and household groups in theirs. */
    public Node add(long parentId, OrgUnits.NewUnit unit) {
        OrgUnitView parent = visible(parentId);
        boolean operator = caller.holds(Role.OPERATOR, parentId);
        boolean ownCommunity = parent.communityId() != null
                && caller.holds(Role.COMMUNITY_ADMIN, parent.communityId())
                && (unit.level() == null || OF_COMMUNITY.contains(unit.level()));
        if (!operator && !ownCommunity) {
            throw DomainException.forbidden("people.role-needed");
        }
        OrgUnitView added = units.add(parent, unit);
        audit.record("community.add-unit", added.communityId(), new Subject("org-unit", added.id()), added.code());
        return new Node(added, 0);
    }

    /** Renames a node and sets its telephone: operators any, administrators of a community everything in theirs. */
    public Node describe(long id, @Nullable String name, @Nullable String phone, long version) {
        OrgUnitView unit = visible(id);
        boolean ownCommunity = unit.communityId() != null && caller.holds(Role.COMMUNITY_ADMIN, unit.communityId());
        if (!caller.holds(Role.OPERATOR, id) && !ownCommunity) {
            throw DomainException.forbidden("people.role-needed");
        }
        units.describe(id, name, phone, version);
        audit.record("community.describe-unit", unit.communityId(), new Subject("org-unit", id), unit.code());
        return new Node(tree.unit(id), version + 1);
    }

    /** Imports a tree from CSV; operators only, within what they operate. */
    public ImportResult importCsv(InputStream csv, boolean dryRun) {
        List<String> scope = caller.identity().grants().stream()
                .filter(held -> held.role() == Role.OPERATOR)
                .map(Identity.Held::unitPath)
                .toList();
        if (scope.isEmpty()) {
            throw DomainException.forbidden("people.role-needed");
        }
        ImportResult result = treeImport.run(csv, new TreeImport.Scope(scope), dryRun);
        if (result.applied()) {
            audit.record(
                    "community.import-tree",
                    null,
                    new Subject("org-unit", 0),
                    "rows " + result.rows() + ", added " + result.added() + ", renamed " + result.renamed());
        }
        return result;
    }

    /** Whether the caller may change the node at all; pages show buttons by it. */
    public boolean mayChange(OrgUnitView unit) {
        return caller.holds(Role.OPERATOR, unit.id())
                || (unit.communityId() != null && caller.holds(Role.COMMUNITY_ADMIN, unit.communityId()));
    }

    private OrgUnitView visible(long id) {
        caller.identity();
        OrgUnitView unit = tree.unit(id);
        boolean inside = unit.level().ordinal() > OrgLevel.COMMUNITY.ordinal();
        if (inside && unit.communityId() != null) {
            caller.requireSees(unit.communityId());
        }
        return unit;
    }

    private boolean holdsStaffRole(OrgUnitView top) {
        return caller.identity().grants().stream()
                .anyMatch(held -> held.role().isStaff() && top.path().startsWith(held.unitPath()));
    }
}
