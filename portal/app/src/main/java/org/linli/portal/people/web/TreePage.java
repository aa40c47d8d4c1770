package org.linli.portal.people.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.community.OrgUnits;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.people.TreeDesk;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;

/** The tree, one level at a time: a node, what stands above and below it, and its description. */
@Named("treePage")
@ViewScoped
public class TreePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient TreeDesk desk;

    @Inject
    private transient Caller caller;

    @Inject
    private transient PageMessages messages;

    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String phone;
    private @Nullable String newCode;
    private @Nullable String newName;
    private @Nullable OrgLevel newLevel = OrgLevel.BUILDING;
    private long version;
    private transient @Nullable OrgUnitView unit;

    /** Loads the node; one's own community when none is named. */
    public void load() {
        TreeDesk.Node node = desk.node(id == null ? caller.communityId() : Id.ofPath(id));
        unit = node.unit();
        id = Long.toString(node.unit().id());
        name = node.unit().name();
        phone = node.unit().phone();
        version = node.version();
    }

    public void describe() {
        desk.describe(Id.ofPath(String.valueOf(id)), name, phone, version);
        load();
        messages.done("people.tree.saved");
    }

    public void add() {
        desk.add(Id.ofPath(String.valueOf(id)), new OrgUnits.NewUnit(newLevel, newCode, newName));
        newCode = null;
        newName = null;
        load();
        messages.done("people.tree.added");
    }

    public OrgUnitView getUnit() {
        if (unit == null) {
            unit = desk.node(id == null ? caller.communityId() : Id.ofPath(id)).unit();
        }
        return unit;
    }

    public List<OrgUnitView> getAbove() {
        return desk.ancestors(getUnit().id());
    }

    public List<OrgUnitView> getBelow() {
        return desk.children(getUnit().id());
    }

    public boolean isChangeable() {
        return desk.mayChange(getUnit());
    }

    public boolean isOperator() {
        return caller.holdsAnywhere(Role.OPERATOR);
    }

    public OrgLevel[] getLevels() {
        return isOperator() ? OrgLevel.values() : new OrgLevel[] {OrgLevel.BUILDING, OrgLevel.HOUSEHOLD_GROUP};
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getNewCode() {
        return newCode;
    }

    public void setNewCode(@Nullable String newCode) {
        this.newCode = newCode;
    }

    public @Nullable String getNewName() {
        return newName;
    }

    public void setNewName(@Nullable String newName) {
        this.newName = newName;
    }

    public @Nullable OrgLevel getNewLevel() {
        return newLevel;
    }

    public void setNewLevel(@Nullable OrgLevel newLevel) {
        this.newLevel = newLevel;
    }
}
