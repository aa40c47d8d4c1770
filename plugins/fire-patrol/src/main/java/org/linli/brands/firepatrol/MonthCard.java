package org.linli.brands.firepatrol;

import org.linli.plugin.Context;
import org.linli.plugin.Route;
import org.linli.plugin.page.Page;
import org.pf4j.Extension;

/** This month's numbers on the dashboard. */
@Extension
public class MonthCard implements Route {
    @Override
    public Response handle(Context context, Request request) {
        MonthNumbers month = MonthNumbers.of(context, new Times(context).month());
        return new Response.Show(Page.of(context.text("card.month"), SummaryPage.numbers(context, month)));
    }
}
