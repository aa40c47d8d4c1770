package org.linli.portal.brands.route;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.plugin.Data;
import org.linli.plugin.Route;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.call.AnswerDesk;
import org.linli.portal.brands.call.BrandOff;
import org.linli.portal.brands.call.CallFailed;
import org.linli.portal.brands.call.CallKey;
import org.linli.portal.brands.call.Invoker;
import org.linli.portal.brands.call.PluginGate;
import org.linli.portal.brands.call.PluginGate.Answer;
import org.linli.portal.brands.call.PluginGate.Ask;
import org.linli.portal.brands.call.Point;
import org.linli.portal.brands.call.Who;
import org.linli.portal.brands.upload.Uploads;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.problem.DomainException;

/** Asks a route for the caller and does what it answers. The plugin runs outside of every transaction. */
@ApplicationScoped
public class RouteDesk {
    private static final Pattern ID = Pattern.compile("[0-9]{15,19}");
    private static final int MAX_PATH = 150;

    private final RouteRights rights;
    private final PluginGate gate;
    private final AnswerDesk answers;
    private final Uploads uploads;
    private final Brands brands;
    private final Caller caller;
    private final Language language;
    private final Invoker invoker;

    @Inject
    @SuppressWarnings("TooManyParameters") // where everything about routes meets
    public RouteDesk(
            RouteRights rights,
            PluginGate gate,
            AnswerDesk answers,
            Uploads uploads,
            Brands brands,
            Caller caller,
            Language language,
            Invoker invoker) {
        this.rights = rights;
        this.gate = gate;
        this.answers = answers;
        this.uploads = uploads;
        this.brands = brands;
        this.caller = caller;
        this.language = language;
        this.invoker = invoker;
    }

    /**
     * Looks.
     *
     * @throws DomainException 404 for what is not there, 403 for whom it is not
     * @throws CallFailed when the brand does not answer
     */
    public Served get(Target target) {
        return serve(target, "GET", Data.EMPTY);
    }

    /** Sends. The effects of {@link Route.Response.Done} are applied, all or none. */
    public Served post(Target target, Data body) {
        return serve(target, "POST", body);
    }

    private Served serve(Target target, String method, Data body) {
        BrandRef brand = rights.place(target.brandId(), target.communityId());
        Descriptor.Entry entry = entry(brand, target);
        if (!rights.opens(brand, entry)) {
            throw DomainException.forbidden("brands.not-your-page");
        }
        String below = target.path().equals(entry.path())
                ? ""
                : target.path()
                        .substring(entry.path().isEmpty() ? 0 : entry.path().length() + 1);
        Point point = target.slot().equals("card") ? Point.CARD : Point.ROUTE;
        Ask ask = new Ask(brand, point, Who.person(caller.personId(), language.locale()));
        Route.Request request = new Route.Request(method, below, target.query(), body);
        Answer<Route.Response> answer =
                gate.handler(ask, Route.class, entry.handler(), (route, context) -> route.handle(context, request));
        if (answer.value() instanceof Route.Response.NotFound) {
            throw DomainException.notFound();
        }
        if (answer.value() instanceof Route.Response.Done done) {
            if (method.equals("GET") && !done.effects().isEmpty()) {
                throw invoker.badAnswer(new CallKey(brand, point), "effects of a GET");
            }
            answers.apply(point, answer.scope(), done.effects());
            uploads.keep(brand, ids(body));
        }
        return new Served(answer.value(), brand, entry);
    }

    /** The route with the longest path that the asked one begins with. */
    private Descriptor.Entry entry(BrandRef brand, Target target) {
        if (target.path().length() > MAX_PATH) {
            throw DomainException.notFound();
        }
        return brands.active(brand).orElseThrow(BrandOff::new).routes().stream()
                .filter(route -> route.slot().equals(target.slot()))
                .filter(route -> route.path().isEmpty()
                        || route.path().equals(target.path())
                        || target.path().startsWith(route.path() + "/"))
                .max(Comparator.comparingInt(route -> route.path().length()))
                .orElseThrow(DomainException::notFound);
    }

    /** Ids of uploads within what was sent. */
    private static Set<Long> ids(Data body) {
        Set<Long> ids = new LinkedHashSet<>();
        collect(body, ids);
        return ids;
    }

    private static void collect(Object value, Set<Long> ids) {
        if (value instanceof Data data) {
            data.map().values().forEach(one -> collect(one, ids));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(one -> collect(one, ids));
        } else if (value instanceof String text && ID.matcher(text).matches()) {
            ids.add(Long.parseLong(text));
        }
    }
}
