package org.linli.portal.orders.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.BoardQueries;
import org.linli.portal.orders.Catalogue;
import org.linli.portal.orders.CatalogueDesk;
import org.linli.portal.orders.CatalogueItem;
import org.linli.portal.orders.FlowView;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;

/** The community's catalogue in the hands of its administrators. */
@Named("cataloguePage")
@ViewScoped
public class CatalogueView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";

    private final Catalogue catalogue;
    private final CatalogueDesk desk;
    private final BoardQueries board;
    private final Caller caller;
    private final PageMessages messages;
    private @Nullable String item;
    private ItemDraft draft = new ItemDraft();

    @Inject
    public CatalogueView(
            Catalogue catalogue, CatalogueDesk desk, BoardQueries board, Caller caller, PageMessages messages) {
        this.catalogue = catalogue;
        this.desk = desk;
        this.board = board;
        this.caller = caller;
        this.messages = messages;
    }

    /** Fills the form when an item is to be edited. */
    public void open() {
        if (item != null && !item.equals(NEW)) {
            draft = new ItemDraft(catalogue.item(Id.ofPath(item)));
        }
    }

    /** All items, also retired ones. */
    public List<CatalogueItem> getItems() {
        return catalogue.allItems(community());
    }

    public List<CatalogueItem.Named> getCategories() {
        return catalogue.categories();
    }

    public List<CatalogueItem.Named> getSkills() {
        return catalogue.skills();
    }

    public FlowView getFlow() {
        return board.flow(community());
    }

    private long community() {
        return caller.workplace(Set.of(Role.COMMUNITY_ADMIN)).orElseGet(caller::communityId);
    }

    public boolean isEditing() {
        return item != null;
    }

    public boolean isCreating() {
        return draft.getId() == null;
    }

    public String save() {
        Long id = draft.getId();
        if (id == null) {
            desk.create(community(), draft.command());
        } else {
            desk.update(id, draft.getVersion(), draft.command());
        }
        return done("saved");
    }

    public String retire() {
        return setActive(false);
    }

    public String restore() {
        return setActive(true);
    }

    private String setActive(boolean active) {
        Long id = draft.getId();
        if (id != null) {
            desk.setActive(id, draft.getVersion(), active);
        }
        return done(active ? "restored" : "retired.done");
    }

    private String done(String what) {
        messages.done("orders.page.catalogue." + what);
        return "/admin/catalogue.xhtml?faces-redirect=true";
    }

    public ItemDraft getDraft() {
        return draft;
    }

    public @Nullable String getItem() {
        return item;
    }

    public void setItem(@Nullable String item) {
        this.item = item;
    }
}
