package org.linli.portal.brands.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.release.BrandRoleDesk;
import org.linli.portal.people.PeopleDesk;
import org.linli.portal.people.PersonView;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.web.PageMessages;

/** Who holds the roles of a brand in a community. */
@Named("brandRoles")
@ViewScoped
public class BrandRolesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_FOUND = 10;

    private final BrandRoleDesk desk;
    private final PeopleDesk people;
    private final BrandWorkplace workplace;
    private final Brands brands;
    private final PageMessages messages;
    private @Nullable String brand;
    private @Nullable String role;
    private @Nullable String text;
    private @Nullable LocalDate validTo;
    private transient @Nullable List<BrandRoleDesk.Held> held;

    @Inject
    public BrandRolesPage(
            BrandRoleDesk desk, PeopleDesk people, BrandWorkplace workplace, Brands brands, PageMessages messages) {
        this.desk = desk;
        this.people = people;
        this.workplace = workplace;
        this.brands = brands;
        this.messages = messages;
    }

    /** The roles that the brand has. */
    public List<Descriptor.Role> getRoles() {
        return brand == null
                ? List.of()
                : brands.release(brand).map(Descriptor::roles).orElse(List.of());
    }

    /** Who holds one of them. */
    public List<BrandRoleDesk.Held> holders(String code) {
        if (held == null) {
            held = brand == null ? List.of() : desk.list(workplace.brand(brand));
        }
        return held.stream().filter(one -> one.role().equals(code)).toList();
    }

    /** People of the community who fit what was typed. */
    public List<PersonView> getFound() {
        return text == null || text.isBlank()
                ? List.of()
                : people.list(new PeopleDesk.Selection(workplace.community(), text, false), Window.of(null, MOST_FOUND))
                        .items();
    }

    public void give(long personId) {
        if (role == null) {
            throw DomainException.invalidField("role", "brands.choose-role");
        }
        BrandRoleDesk.Held given = desk.give(
                workplace.brand(String.valueOf(brand)), new BrandRoleDesk.Give(personId, role, null, validTo));
        text = null;
        held = null;
        messages.done("brands.roles.given", given.personName());
    }

    public void take(long id) {
        desk.end(workplace.brand(String.valueOf(brand)), id);
        held = null;
        messages.done("brands.roles.taken");
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(@Nullable LocalDate validTo) {
        this.validTo = validTo;
    }

    public @Nullable String getBrand() {
        return brand;
    }

    public void setBrand(@Nullable String brand) {
        this.brand = brand;
    }
}
