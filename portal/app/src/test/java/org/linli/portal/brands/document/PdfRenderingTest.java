package org.linli.portal.brands.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.linli.plugin.effect.Effect.Document;
import org.linli.plugin.effect.Effect.Document.Block;
import org.linli.portal.platform.problem.DomainException;

/** Documents in Chinese: whole, small, and loud about what they cannot write. */
class PdfRenderingTest {
    @Test
    void chinese_and_latin_come_out_as_they_went_in() throws IOException {
        byte[] pdf = PdfRendering.render(new Document(
                "调解协议书",
                List.of(
                        new Block.Heading("一、当事人"),
                        new Block.Paragraph("甲方张喆、乙方李堃，Agreement No. 17：2026 年 11 月 22 日。".repeat(12)),
                        new Block.Table(
                                List.of("日期", "内容"), Collections.nCopies(60, List.of("11月22日", "楼道堆物已清理，复查合格"))),
                        new Block.Signature("甲方签名："))));
        assertThat(pdf.length).isLessThan(120_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("调解协议书", "张喆", "李堃", "No. 17", "复查合格", "甲方签名");
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
    }

    @Test
    void a_character_that_the_font_lacks_is_named_and_nothing_is_written() {
        assertThatThrownBy(() -> PdfRendering.render(new Document("证明", List.of(new Block.Paragraph("兹证明𠮷野为我社区居民")))))
                .isInstanceOfSatisfying(DomainException.class, e -> {
                    assertThat(e.code()).isEqualTo("brands.no-glyph");
                    assertThat(e.arguments()).containsExactly("𠮷", "U+20BB7");
                });
    }

    @Test
    void a_table_whose_rows_do_not_fit_its_heads_is_refused() {
        assertThatThrownBy(() -> PdfRendering.render(
                        new Document("表", List.of(new Block.Table(List.of("甲"), List.of(List.of("1", "2")))))))
                .hasMessageContaining("brands.document-too-large");
    }
}
