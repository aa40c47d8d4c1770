package org.linli.brands.firepatrol;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.plugin.Context;
import org.linli.plugin.Route;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field.Choice;
import org.linli.plugin.page.Widget.Field.Kind;
import org.linli.plugin.page.Widget.Tone;
import org.pf4j.Extension;

/** Numbers by month, the monthly sheets, and all hazards as a table to download. */
@Extension
public class SummaryPage implements Route {
    private static final int MONTHS = 6;

    @Override
    public Response handle(Context context, Request request) {
        if (request.path().equals("hazards-csv") && !request.isPost()) {
            return new Response.File("hazards.csv", "text/csv", csv(context).getBytes(StandardCharsets.UTF_8));
        }
        if (!request.path().isEmpty()) {
            return new Response.NotFound();
        }
        if (request.isPost()) {
            YearMonth month = new Times(context).month();
            YearMonth wanted = request.body().text("which").equals("last") ? month.minusMonths(1) : month;
            return new Response.Done(
                    context.text("summary.sheet.made", wanted.toString()), "summary", MonthSheet.of(context, wanted));
        }
        return new Response.Show(page(context));
    }

    private static Page page(Context context) {
        YearMonth now = new Times(context).month();
        List<MonthNumbers> months = IntStream.range(0, MONTHS)
                .mapToObj(back -> MonthNumbers.of(context, now.minusMonths(MONTHS - 1L - back)))
                .toList();
        MonthNumbers present = months.get(MONTHS - 1);
        List<Widget> widgets = new ArrayList<>();
        widgets.add(numbers(context, present));
        widgets.add(chart(context, months));
        widgets.add(new Widget.Table(
                context.text("summary.table"),
                MonthNumbers.heads(context),
                months.stream().map(m -> new Widget.Table.Row(m.cells(), "")).toList(),
                context.text("summary.none")));
        widgets.add(new Widget.Heading(context.text("summary.items")));
        widgets.add(items(context));
        widgets.add(new Widget.Heading(context.text("summary.sheets")));
        widgets.addAll(sheets(context));
        return new Page(context.text("page.summary"), context.community().name(), "", widgets);
    }

    static Widget numbers(Context context, MonthNumbers month) {
        return new Widget.Stats(List.of(
                new Widget.Stats.Stat(
                        context.text("stat.rounds"), Long.toString(month.rounds()), Tone.PRIMARY, "rounds"),
                new Widget.Stats.Stat(
                        context.text("stat.open"),
                        Integer.toString(Hazard.open(context).size()),
                        Tone.WARNING,
                        "hazards"),
                new Widget.Stats.Stat(context.text("stat.gone"), Long.toString(month.gone()), Tone.SUCCESS, ""),
                new Widget.Stats.Stat(context.text("month.rechecks"), Long.toString(month.rechecks()), Tone.PLAIN, ""),
                new Widget.Stats.Stat(
                        context.text("month.heads"), Long.toString(month.heads()), Tone.PRIMARY, "publicity")));
    }

    private static Widget chart(Context context, List<MonthNumbers> months) {
        Map<String, List<Double>> series = new LinkedHashMap<>();
        series.put(
                context.text("month.rounds"),
                months.stream().map(m -> (double) m.rounds()).toList());
        series.put(
                context.text("month.publicity"),
                months.stream().map(m -> (double) m.publicity()).toList());
        return new Widget.Chart(
                context.text("summary.chart"),
                false,
                months.stream().map(m -> m.month().toString()).toList(),
                series);
    }

    private static Widget items(Context context) {
        Map<String, Long> found = Hazard.latest(context).stream()
                .collect(Collectors.groupingBy(Hazard::item, LinkedHashMap::new, Collectors.counting()));
        List<Widget.Table.Row> rows = found.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(e -> new Widget.Table.Row(List.of(e.getKey(), Long.toString(e.getValue())), ""))
                .toList();
        return new Widget.Table(
                context.text("summary.items"),
                List.of(context.text("hazard.item"), context.text("month.found")),
                rows,
                context.text("hazards.none"));
    }

    private static List<Widget> sheets(Context context) {
        List<Widget> widgets = new ArrayList<>();
        for (Context.Record sheet : context.records().list(MonthSheet.KIND, 0, 500)) {
            widgets.add(new Widget.Download(
                    context.text("sheet.name", sheet.key()), "record:" + MonthSheet.KIND + "/" + sheet.key()));
        }
        widgets.add(new Widget.Form(
                context.text("summary.sheet.make"),
                false,
                Map.of(),
                List.of(new Fields(context)
                        .of(
                                "which",
                                Kind.CHOICE,
                                true,
                                "last",
                                List.of(
                                        new Choice("last", context.text("summary.sheet.last")),
                                        new Choice("present", context.text("summary.sheet.present")))))));
        widgets.add(new Widget.Download(context.text("summary.csv"), "summary/hazards-csv"));
        return widgets;
    }

    /** With a byte order mark, so that a spreadsheet reads the characters; a cell that would be a formula is quoted. */
    private static String csv(Context context) {
        Grids grids = new Grids(context);
        StringBuilder text = new StringBuilder("\uFEFF");
        text.append(line(HazardTable.heads(context)));
        for (Hazard hazard : Hazard.latest(context)) {
            text.append(line(HazardTable.cells(context, grids, hazard)));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell)
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
