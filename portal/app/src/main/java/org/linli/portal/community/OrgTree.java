package org.linli.portal.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.linli.portal.platform.problem.DomainException;

/** Reads the tree. Knows no callers: whoever shows a node to somebody checks that first. */
@ApplicationScoped
public class OrgTree {
    private final EntityManager entities;

    @Inject
    public OrgTree(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The node with that id.
     *
     * @throws DomainException 404 when there is none
     */
    public OrgUnitView unit(long id) {
        return find(id).orElseThrow(DomainException::notFound);
    }

    /** The node with that id, if there is one. */
    public Optional<OrgUnitView> find(long id) {
        return Optional.ofNullable(entities.find(OrgUnit.class, id)).map(OrgUnit::view);
    }

    /** The nodes that stand below none, by code. */
    public List<OrgUnitView> roots() {
        return views("SELECT u FROM OrgUnit u WHERE u.parentId IS NULL ORDER BY u.code");
    }

    /** The nodes directly below, by code. */
    public List<OrgUnitView> children(long parentId) {
        return views("SELECT u FROM OrgUnit u WHERE u.parentId = ?1 ORDER BY u.code", parentId);
    }

    /** All nodes of a level at or below the path, by code. */
    public List<OrgUnitView> below(String path, OrgLevel level) {
        return views(
                "SELECT u FROM OrgUnit u WHERE u.path LIKE ?1 AND u.level = ?2 ORDER BY u.code", path + "%", level);
    }

    /** All nodes of a level within a community, by code. */
    public List<OrgUnitView> inCommunity(long communityId, OrgLevel level) {
        return views(
                "SELECT u FROM OrgUnit u WHERE u.communityId = ?1 AND u.level = ?2 ORDER BY u.code",
                communityId,
                level);
    }

    private List<OrgUnitView> views(String jpql, Object... arguments) {
        var query = entities.createQuery(jpql, OrgUnit.class);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.getResultStream().map(OrgUnit::view).toList();
    }
}
