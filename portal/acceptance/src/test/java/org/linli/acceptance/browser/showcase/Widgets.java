package org.linli.acceptance.browser.showcase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.Route;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.effect.Effect.Document;
import org.linli.plugin.page.Page;
import org.linli.plugin.page.Widget;
import org.linli.plugin.page.Widget.Field;
import org.linli.plugin.page.Widget.Field.Choice;
import org.linli.plugin.page.Widget.Field.Kind;
import org.linli.plugin.page.Widget.Tone;

/** A brand for tests: one page with everything, one that misbehaves. */
public class Widgets implements Route {
    @Override
    public Response handle(Context context, Request request) {
        return switch (request.path()) {
            case "throws" -> throw new IllegalStateException("as asked");
            case "loops" -> loop();
            case "foreign" ->
                new Response.Show(new Page(
                        "x", "", "", List.of(new Widget.Chart("x", false, List.of("a"), Map.of("s", new Foreign())))));
            case "export" ->
                new Response.File("数字.csv", "text/csv", "a,b\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            default -> request.isPost() ? post(request) : new Response.Show(page(context));
        };
    }

    private static Response loop() {
        long n = 0;
        while (n >= 0) {
            n = (n + 1) % 1_000;
        }
        return new Response.NotFound();
    }

    private static Response post(Request request) {
        if (request.body().text("text").equals("no")) {
            return new Response.Refused(List.of(new Problem("text", "这样不行 <b>")), null);
        }
        Data kept = Data.of("body", request.body());
        Document document = new Document(
                "登记表", List.of(new Document.Block.Paragraph(request.body().text("text"))));
        return new Response.Done(
                "收到 <i>",
                "",
                List.of(
                        new Effect.PutRecord("entry", "last", kept, Effect.ANY),
                        new Effect.RenderDocument("entry", "last", "登记表", document)));
    }

    private static Page page(Context context) {
        List<String> photos = context.records().find("entry", "last").stream()
                .flatMap(record -> record.data().object("body").texts("photos").stream())
                .toList();
        Map<String, Long> grids = new java.util.HashMap<>();
        context.units().stream()
                .filter(unit -> unit.level().equals("GRID"))
                .forEach(unit -> grids.put(unit.id(), (long) grids.size()));
        return new Page(
                "全部部件",
                "<script>document.title='broken'</script>",
                "",
                List.of(
                        new Widget.Heading("标题"),
                        new Widget.Text("一段话\n第二行", Tone.PLAIN),
                        new Widget.Text("当心 <img src=x onerror=alert(1)>", Tone.WARNING),
                        new Widget.Stats(List.of(
                                new Widget.Stats.Stat("数目", "12", Tone.DANGER, "all"),
                                new Widget.Stats.Stat("人数", "7", Tone.PLAIN, ""))),
                        new Widget.Facts(List.of(new Widget.Facts.Fact("地点", "三号楼"))),
                        new Widget.Cards(
                                List.of(new Widget.Cards.Card("卡片", "说明", "已好", Tone.SUCCESS, "all?x=1")), "没有"),
                        new Widget.Table(
                                "表一",
                                List.of("名字", "数目"),
                                List.of(new Widget.Table.Row(List.of("甲", "1"), "all")),
                                "没有"),
                        new Widget.Table("表一", List.of("名字"), List.of(), "没有"),
                        new Widget.Timeline(
                                List.of(new Widget.Timeline.Event(Instant.now(), "开始", "细节", Tone.PRIMARY))),
                        new Widget.Chart(
                                "图",
                                false,
                                List.of("一月", "二月"),
                                Map.of("甲", List.of(1.0, 2.5), "乙", List.of(3.0, 0.0))),
                        new Widget.Chart("线", true, List.of("一月", "二月"), Map.of("甲", List.of(1.0, 2.0))),
                        new Widget.UnitMap("网格", grids, "all?grid="),
                        new Widget.Photos(photos, "照片"),
                        new Widget.Links(List.of(
                                new Widget.Links.Link("第一", "all", "plus"), new Widget.Links.Link("第二", "all", ""))),
                        new Widget.Download("下载", "all/export"),
                        new Widget.Download("登记表", "record:entry/last"),
                        form(),
                        new Widget.Form("删除", true, Map.of("kind", "danger"), List.of())));
    }

    private static Widget.Form form() {
        List<Choice> choices = List.of(new Choice("a", "甲"), new Choice("b", "乙"));
        return new Widget.Form(
                "保存",
                false,
                Map.of("hidden", "h"),
                List.of(
                        new Field("text", "文字", "随便写", Kind.TEXT, true, "起初", List.of()),
                        Field.of("long", "长文字", Kind.LONG_TEXT, false, null),
                        Field.of("number", "数", Kind.NUMBER, true, null),
                        Field.of("date", "日期", Kind.DATE, false, null),
                        Field.of("time", "时间", Kind.DATE_TIME, false, null),
                        new Field("choice", "选一个", "", Kind.CHOICE, true, null, choices),
                        new Field("choices", "选几个", "", Kind.CHOICES, false, "b", choices),
                        new Field("check", "检查", "", Kind.CHECKLIST, true, "a=bad", choices),
                        Field.of("photos", "照片", Kind.PHOTOS, false, null),
                        Field.of("unit", "网格", Kind.UNIT, false, null),
                        new Field("member", "成员", "", Kind.MEMBER, false, null, choices),
                        Field.of("sign", "签名", Kind.SIGNATURE, true, null)));
    }

    /** A list of a class of the plugin's own: it must not get into the core. */
    private static final class Foreign extends java.util.AbstractList<Double> {
        @Override
        public Double get(int index) {
            return 1.0;
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
