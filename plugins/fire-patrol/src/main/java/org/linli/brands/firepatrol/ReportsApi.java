package org.linli.brands.firepatrol;

import java.util.List;
import org.linli.plugin.Context;
import org.linli.plugin.Problem;
import org.linli.plugin.Route;
import org.pf4j.Extension;

/** {@code POST reports} with {@code unit}, {@code place}, {@code item} (a code) and {@code note}: what a sensor or a hotline found. */
@Extension
public class ReportsApi implements Route {
    @Override
    public Response handle(Context context, Request request) {
        if (!request.path().isEmpty() || !request.isPost()) {
            return new Response.NotFound();
        }
        List<Problem> problems = ReportPage.problems(context, request.body());
        return problems.isEmpty()
                ? new Response.Done(
                        context.text("report.done", context.settings().text("hazardHours")),
                        "",
                        ReportPage.effects(context, request.body()))
                : new Response.Refused(problems, null);
    }
}
