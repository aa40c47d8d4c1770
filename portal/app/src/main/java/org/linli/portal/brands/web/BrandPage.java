package org.linli.portal.brands.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.plugin.Route.Response;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.portal.brands.call.BrandPaths;
import org.linli.portal.brands.call.CallFailed;
import org.linli.portal.brands.route.RouteDesk;
import org.linli.portal.brands.route.Served;
import org.linli.portal.brands.route.Target;
import org.linli.portal.platform.problem.DomainException;

/** A page of a brand: asked for when it is opened, drawn by the core, its forms sent back to the brand. */
@Named("brandPage")
@ViewScoped
public class BrandPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RouteDesk desk;
    private final PartBuilder builder;
    private final FormReader reader;
    private @Nullable String brand;
    private @Nullable Long community;
    private @Nullable String page;
    private boolean silent;
    private transient @Nullable Served served;
    private transient @Nullable Page shown;
    private transient @Nullable List<Part> parts;

    @Inject
    public BrandPage(RouteDesk desk, PartBuilder builder, FormReader reader) {
        this.desk = desk;
        this.builder = builder;
        this.reader = reader;
    }

    /** Asks the brand; what it does not answer is a place-holder, not an error page. */
    public void open() {
        if (brand == null) {
            throw DomainException.notFound();
        }
        try {
            Served answer = desk.get(target());
            served = answer;
            community = answer.brand().communityId();
            if (answer.response() instanceof Response.Show show) {
                show(answer, show.page(), null);
            } else if (answer.response() instanceof Response.File file) {
                send(file);
            } else if (answer.response() instanceof Response.Done done) {
                lead(answer, done);
            } else if (answer.response() instanceof Response.Refused refused && refused.page() != null) {
                show(answer, refused.page(), null);
            } else {
                silent = true;
            }
        } catch (CallFailed e) {
            silent = true;
        }
    }

    private void show(Served answer, Page page, @Nullable Typed typed) {
        shown = page;
        parts = builder.build(answer.brand(), page, typed);
    }

    /** Sends the form at that place of the page. */
    public void send(int form) {
        if (shown == null) {
            open(); // the session came from another node
        }
        Served answer = served;
        Page before = shown;
        if (answer == null || before == null || !(before.widgets().get(form) instanceof Widget.Form asked)) {
            throw DomainException.conflict("platform.changed-meanwhile");
        }
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        Typed typed = reader.read(request, answer.brand(), asked, form);
        if (!typed.problems().isEmpty()) {
            show(answer, before, typed);
            return;
        }
        try {
            Served done = desk.post(target(), typed.values());
            if (done.response() instanceof Response.Done ok) {
                lead(done, ok);
            } else if (done.response() instanceof Response.Refused refused) {
                show(answer, refused.page() == null ? before : refused.page(), typed(typed, refused));
            } else if (done.response() instanceof Response.Show next) {
                show(done, next.page(), null);
            } else if (done.response() instanceof Response.File file) {
                send(file);
            }
        } catch (CallFailed e) {
            show(answer, before, typed);
            throw DomainException.of(DomainException.Kind.UNAVAILABLE, "brands.call-failed");
        } catch (DomainException e) {
            show(answer, before, typed);
            throw e;
        }
    }

    private static Typed typed(Typed typed, Response.Refused refused) {
        return new Typed(typed.form(), typed.values(), refused.problems());
    }

    private void lead(Served answer, Response.Done done) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        if (!done.message().isEmpty()) {
            external.getFlash().setKeepMessages(true);
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, done.message(), null));
        }
        String next = done.next().isEmpty() ? getPage() : done.next();
        try {
            external.redirect(external.getRequestContextPath() + BrandPaths.address(answer.brand(), next));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        faces.responseComplete();
    }

    private static void send(Response.File file) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        boolean pdf = file.mediaType().startsWith("application/pdf");
        external.responseReset();
        external.setResponseContentType(pdf ? "application/pdf" : "text/csv;charset=UTF-8");
        external.setResponseHeader("X-Content-Type-Options", "nosniff");
        external.setResponseHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        try {
            external.getResponseOutputStream().write(file.content());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        faces.responseComplete();
    }

    private Target target() {
        String whole = getPage();
        int mark = whole.indexOf('?');
        String path = mark < 0 ? whole : whole.substring(0, mark);
        Map<String, String> query = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String pair : whole.substring(mark + 1).split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }
        String clean = path.replaceAll("^/+|/+$", "");
        return new Target(String.valueOf(brand), community, "page", clean, Data.of(query));
    }

    /** Address of another page of the brand, for the back link; empty for none. */
    public String getBack() {
        Served answer = served;
        return answer == null || shown == null ? "" : BrandPaths.page(answer.brand(), shown.back());
    }

    public String getTitle() {
        return shown == null ? "" : shown.title();
    }

    public String getSubtitle() {
        return shown == null ? "" : shown.subtitle();
    }

    public List<Part> getParts() {
        return parts == null ? List.of() : parts;
    }

    /** Whether the brand did not answer. */
    public boolean isSilent() {
        return silent;
    }

    /** This page again. */
    public String getHere() {
        return "/brand.xhtml?brand=" + URLEncoder.encode(String.valueOf(brand), StandardCharsets.UTF_8)
                + (community == null ? "" : "&community=" + community) + "&page="
                + URLEncoder.encode(getPage(), StandardCharsets.UTF_8);
    }

    public @Nullable String getBrand() {
        return brand;
    }

    public void setBrand(@Nullable String brand) {
        this.brand = brand;
    }

    public @Nullable Long getCommunity() {
        return community;
    }

    public void setCommunity(@Nullable Long community) {
        this.community = community;
    }

    public String getPage() {
        return page == null ? "" : page;
    }

    public void setPage(@Nullable String page) {
        this.page = page;
    }
}
