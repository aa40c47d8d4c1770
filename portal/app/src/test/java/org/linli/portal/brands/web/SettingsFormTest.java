package org.linli.portal.brands.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.plugin.Data;
import org.linli.portal.brands.web.SettingField.Option;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violation;

class SettingsFormTest {
    private static final String SCHEMA = """
            {"type": "object", "required": ["hours"], "properties": {
              "hours": {"type": "integer", "title": "set.hours", "description": "set.hours.hint", "minimum": 1, "maximum": 720, "default": 72},
              "share": {"type": "number", "minimum": 0},
              "remind": {"type": "boolean", "title": "set.remind", "default": true},
              "mode": {"type": "string", "title": "set.mode", "enum": ["calm", "quick"]},
              "items": {"type": "array", "title": "set.items", "items": {"type": "string", "enum": ["gas", "wiring"]}, "default": ["gas"]},
              "extra": {"type": "string", "format": "lines", "maxLength": 1000},
              "place": {"type": "string", "maxLength": 40}}}
            """;

    private static final SettingsForm.Words WORDS = new SettingsForm.Words() {
        @Override
        public String text(String key) {
            return "<" + key + ">";
        }

        @Override
        public String range(String minimum, String maximum) {
            return minimum + ".." + maximum;
        }
    };

    @Test
    void each_type_has_its_input_in_the_schemas_order() {
        assertThat(SettingsForm.of(SCHEMA, Data.EMPTY, WORDS))
                .extracting(field -> field.getName() + " " + field.getKind())
                .containsExactly(
                        "hours NUMBER",
                        "share NUMBER",
                        "remind SWITCH",
                        "mode CHOICE",
                        "items CHOICES",
                        "extra LINES",
                        "place TEXT");
    }

    @Test
    void labels_and_bounds_are_said_in_the_brands_words() {
        List<SettingField> fields = SettingsForm.of(SCHEMA, Data.EMPTY, WORDS);
        assertThat(fields.get(0).getLabel()).isEqualTo("<set.hours>");
        assertThat(fields.get(0).getHint()).isEqualTo("<set.hours.hint> 1..720");
        assertThat(fields.get(0).isRequired()).isTrue();
        assertThat(fields.get(1).getLabel()).as("without a title").isEqualTo("share");
        assertThat(fields.get(1).getHint()).isEqualTo("0..");
        assertThat(fields.get(3).getOptions())
                .containsExactly(new Option("calm", "<set.mode.calm>"), new Option("quick", "<set.mode.quick>"));
        assertThat(fields.get(6).getMaxLength()).isEqualTo(40);
    }

    @Test
    void a_form_that_nobody_touched_gives_the_settings_with_their_defaults() {
        Data set = Data.of("share", 0.5, "mode", "quick", "extra", "a\nb", "place", "north");
        assertThat(SettingsForm.data(SettingsForm.of(SCHEMA, set, WORDS)))
                .isEqualTo(set.with("hours", 72L).with("remind", true).with("items", List.of("gas")));
    }

    @Test
    void what_was_emptied_is_left_out_or_empty_never_the_default_again() {
        List<SettingField> fields = SettingsForm.of(SCHEMA, Data.EMPTY, WORDS);
        fields.get(0).setValue(" ");
        fields.get(2).setOn(false);
        fields.get(4).setChosen(null);
        Data typed = SettingsForm.data(fields);
        assertThat(typed.has("hours")).isFalse();
        assertThat(typed.get("remind")).contains(false);
        assertThat(typed.get("items")).contains(List.of());
        assertThat(typed.get("extra")).contains("");
        assertThat(typed.has("mode")).isFalse();
    }

    @Test
    void whole_and_broken_numbers_are_kept_and_no_numbers_are_refused_at_their_fields() {
        List<SettingField> fields = SettingsForm.of(SCHEMA, Data.EMPTY, WORDS);
        fields.get(0).setValue("48.0");
        fields.get(1).setValue("2.5");
        assertThat(SettingsForm.data(fields).get("hours")).contains(48L);
        assertThat(SettingsForm.data(fields).get("share")).contains(2.5);
        fields.get(0).setValue("two days");
        fields.get(1).setValue("1e400");
        assertThatThrownBy(() -> SettingsForm.data(fields))
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.violations())
                        .extracting(Violation::field)
                        .containsExactly("hours", "share"));
    }

    @Test
    void without_a_schema_there_is_no_form() {
        assertThat(SettingsForm.of("", Data.EMPTY, WORDS)).isEmpty();
    }
}
