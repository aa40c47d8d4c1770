package org.linli.portal.brands.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.problem.DomainException;

class DescriptorYamlTest {
    private static final String LEAST = """
            id: least
            version: 1.0.0
            api: 1
            publisher: linli
            name: brand.name
            summary: brand.summary
            icon: flame
            """;

    @Test
    void theDocumentedExampleIsReadAsItIsMeant() throws IOException {
        String document = Files.readString(Path.of("../../plugin-api/DESCRIPTOR.md"));
        String yaml = document.substring(document.indexOf("```yaml") + 8, document.lastIndexOf("```"));
        Descriptor read = DescriptorYaml.read(yaml, "{}");
        assertThat(read.id()).isEqualTo("sample");
        assertThat(read.needs()).contains("points").hasSize(8);
        assertThat(read.pointsPerDay()).isEqualTo(500);
        Descriptor.OrderType repair = read.orderType("repair").orElseThrow();
        assertThat(repair.due()).isEqualTo(Duration.ofHours(72));
        assertThat(repair.checkIn()).isFalse();
        assertThat(repair.steps().get(0).outcomes()).containsEntry("failed", "REOPEN");
        assertThat(repair.steps().get(0).form().get(0).choices()).containsEntry("yes", "recheck.yes");
        assertThat(read.record("route").orElseThrow().retain()).isEqualTo(Period.ofYears(10));
        assertThat(read.automations()).hasSize(2);
        assertThat(read.routes().get(0).menu()).isTrue();
    }

    @Test
    void theLeastDescriptorNeedsNothing() {
        assertThat(DescriptorYaml.read(LEAST, "").needs()).isEmpty();
    }

    @Test
    void anUnknownKeyIsRefusedWithItsLineAndWhatMayStandThere() {
        refused(() -> DescriptorYaml.read(LEAST + "rout: []\n", ""), "descriptor-unknown-key", "8", "rout");
        refused(
                () -> DescriptorYaml.read(LEAST + "roles:\n  - {code: member, nam: role.member}\n", ""),
                "descriptor-unknown-key",
                "9",
                "nam");
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        refused(() -> DescriptorYaml.read(LEAST + "roles: [a\n", ""), "descriptor-no-yaml", "9");
        refused(() -> DescriptorYaml.read("", ""), "descriptor-empty");
        refused(() -> DescriptorYaml.read("- a\n- b\n", ""), "descriptor-not-an-object", "1");
    }

    @Test
    void aDoubleKeyIsRefused() {
        refused(() -> DescriptorYaml.read(LEAST + "id: other\n", ""), "descriptor-double-key", "8");
    }

    @Test
    void whatIsUsedMustBeAskedFor() {
        refused(() -> DescriptorYaml.read(LEAST + "records:\n  - {code: note}\n", ""), "descriptor-needs", "records");
        refused(() -> DescriptorYaml.read(LEAST + "needs: [everything]\n", ""), "descriptor-bad-value", "8");
    }

    @Test
    void aRoleThatIsNotDeclaredIsRefused() {
        String route = "routes:\n  - {slot: rest, path: list, by: [chief], handler: List}\n";
        refused(() -> DescriptorYaml.read(LEAST + route, ""), "descriptor-undeclared", "by", "chief");
    }

    @Test
    void anotherApiIsRefused() {
        refused(() -> DescriptorYaml.read(LEAST.replace("api: 1", "api: 2"), ""), "descriptor-api");
    }

    @Test
    void settingsAreNamedExactlyWhenTheyAreThere() {
        refused(() -> DescriptorYaml.read(LEAST, "{}"), "descriptor-missing-key");
        refused(() -> DescriptorYaml.read(LEAST + "settings: settings.schema.json\n", ""), "descriptor-bad-value", "8");
    }

    @Test
    void aBombOfAliasesIsRefused() {
        StringBuilder bomb = new StringBuilder(LEAST).append("needs: &a [records]\n");
        for (char c = 'b'; c < 'z'; c++) {
            bomb.append("x")
                    .append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append("*")
                    .append((char) (c - 1));
            bomb.append(", *").append((char) (c - 1)).append("]\n");
        }
        refused(() -> DescriptorYaml.read(bomb.toString(), ""), "descriptor-no-yaml");
    }

    static void refused(ThrowingCallable work, String code, String... arguments) {
        assertThatThrownBy(work).isInstanceOfSatisfying(DomainException.class, e -> {
            assertThat(e.code()).isEqualTo("brands." + code);
            assertThat(e.arguments().stream().map(String::valueOf).limit(arguments.length))
                    .containsExactly(arguments);
            assertThat(new Messages().has(e.textKey())).isTrue();
            assertThat(new Messages()
                            .text(Language.ENGLISH, e.textKey(), e.arguments().toArray()))
                    .doesNotContain("{");
        });
    }
}
