package org.linli.portal.orders.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.CatalogueItem;
import org.linli.portal.orders.PlaceOrder;
import org.linli.portal.orders.PlacingDesk;
import org.linli.portal.orders.Principals;
import org.linli.portal.people.Caller;
import org.linli.portal.people.PersonView;
import org.linli.portal.platform.problem.Violations;

/** Ordering step by step. Going back keeps what was filled in; sent twice it makes one order. */
@Named
@ViewScoped
public class OrderWizard implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The steps; WHO only for those who order for others, DETAILS only where a brand asks for something. */
    public enum Step {
        WHO,
        SERVICE,
        DETAILS,
        WHEN,
        CHECK
    }

    private final PlacingDesk desk;
    private final OrderChoices choices;
    private final AskedForm asked;
    private final Principals principals;
    private final Caller caller;
    private OrderDraft draft;
    private Step step = Step.SERVICE;
    private boolean helper;
    /** Whether the portal may fill in where the principal lives; family says it themselves. */
    private boolean homeKnown;

    private @Nullable Long again;
    private @Nullable String category;
    private @Nullable String search;

    @Inject
    public OrderWizard(
            PlacingDesk desk,
            OrderChoices choices,
            AskedForm asked,
            Principals principals,
            Caller caller,
            Clock clock) {
        this.desk = desk;
        this.choices = choices;
        this.asked = asked;
        this.principals = principals;
        this.caller = caller;
        this.draft = new OrderDraft(clock);
    }

    /** Begins: with a past order everything but the time is filled in. */
    public void open() {
        helper = principals.isHelper();
        step = helper ? Step.WHO : Step.SERVICE;
        fillAddress(caller.personId());
        if (again != null) {
            PlaceOrder past = desk.again(again);
            CatalogueItem item = choices.item(Objects.requireNonNull(past.itemId()));
            boolean forMe = past.principalId() == null || past.principalId() == caller.personId();
            fillAddress(forMe ? caller.personId() : Objects.requireNonNull(past.principalId()));
            draft.repeat(past, item.expectedMinutes(), forMe);
            helper = helper || !forMe;
            category = item.categoryCode();
            asked.fill(draft, past.fields());
            step = forMe ? afterWho() : Step.WHO;
        }
    }

    /** Chooses for whom; null for oneself, which needs no consent. */
    public void chooseFor(@Nullable Long personId) {
        draft.setPrincipalId(personId);
        fillAddress(personId == null ? caller.personId() : personId);
        if (personId == null) {
            step = afterWho();
        }
    }

    public void consent() {
        new Violations()
                .requiredText(draft.getConsentNote(), "consentNote", 300)
                .throwIfAny();
        step = afterWho();
    }

    private Step afterWho() {
        return draft.getItemId() == null ? Step.SERVICE : afterService();
    }

    private Step afterService() {
        return asked.isNeeded(draft) ? Step.DETAILS : Step.WHEN;
    }

    public void openCategory(@Nullable String code) {
        category = code;
    }

    public void choose(long itemId) {
        draft.choose(itemId, choices.item(itemId).expectedMinutes());
        draft.getTime().settle();
        step = afterService();
    }

    /** On from what the brand asks for, once it is right. */
    public void detail() {
        if (asked.accepts(draft)) {
            step = Step.WHEN;
        }
    }

    public void check() {
        Violations violations = new Violations()
                .required(draft.getUnitId(), "unitId")
                .check(!draft.getTime().isDayMissing(), "otherDay", "platform.field-required");
        if (homeKnown) {
            violations.required(draft.getAddress(), "address");
        } else {
            violations.check(!isBlank(draft.getAddress()), "address", "orders.family-gives-address");
        }
        violations.throwIfAny();
        step = Step.CHECK;
    }

    /** One step back, or nothing at the first. */
    public void back() {
        if (step == Step.DETAILS) {
            asked.keep(draft);
        }
        Step first = helper ? Step.WHO : Step.SERVICE;
        Step before = Step.values()[Math.max(first.ordinal(), step.ordinal() - 1)];
        step = before == Step.DETAILS && !asked.isNeeded(draft) ? Step.SERVICE : before;
    }

    /** Places the order and shows its number. */
    public String place() {
        long id = desk.place(draft.command(asked.values(draft)));
        return "/order-detail.xhtml?id=" + id + "&placed=true&faces-redirect=true";
    }

    private void fillAddress(long personId) {
        PersonView person = principals.principal(personId);
        homeKnown = principals.mayKnowHome(person);
        boolean placed = homeKnown && person.homeUnitId() != person.communityId();
        draft.place(placed ? (Long) person.homeUnitId() : null, homeKnown ? person.address() : null);
        draft.orderIn(person.communityId());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Whose services are offered: those of the community of whoever is to be served. */
    public long getCommunityId() {
        return draft.getCommunityId();
    }

    /** The service that was chosen. */
    public @Nullable CatalogueItem getChosen() {
        return draft.getItemId() == null ? null : choices.item(draft.getItemId());
    }

    /** Number of the step as shown. */
    public int getNumber() {
        int before = step.ordinal() > Step.SERVICE.ordinal() ? step.ordinal() - 1 : step.ordinal();
        return helper ? before + 1 : before;
    }

    /** Where the step stands within its number: what belongs to choosing a service shares one. */
    public int getPart() {
        return switch (step) {
            case DETAILS -> 2;
            case SERVICE -> category == null ? 0 : 1;
            default -> 0;
        };
    }

    public Step getStep() {
        return step;
    }

    public OrderDraft getDraft() {
        return draft;
    }

    public boolean isHelper() {
        return helper;
    }

    public @Nullable String getCategory() {
        return category;
    }

    public @Nullable Long getAgain() {
        return again;
    }

    public void setAgain(@Nullable Long again) {
        this.again = again;
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }
}
