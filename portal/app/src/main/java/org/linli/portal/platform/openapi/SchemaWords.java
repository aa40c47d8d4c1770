package org.linli.portal.platform.openapi;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What an annotation says about a schema in words, examples and bounds. */
final class SchemaWords {
    private static final Jsonb JSON = JsonbBuilder.create();

    private SchemaWords() {}

    static Schema add(Schema schema, org.eclipse.microprofile.openapi.annotations.media.Schema words) {
        if (!words.description().isEmpty()) {
            schema.setDescription(words.description());
        }
        if (!words.format().isEmpty()) {
            schema.setFormat(words.format());
        }
        if (!words.pattern().isEmpty()) {
            schema.setPattern(words.pattern());
        }
        if (words.enumeration().length > 0) {
            schema.setEnumeration(List.of((Object[]) words.enumeration()));
        }
        if (!words.minimum().isEmpty()) {
            schema.setMinimum(new BigDecimal(words.minimum()));
        }
        if (!words.maximum().isEmpty()) {
            schema.setMaximum(new BigDecimal(words.maximum()));
        }
        if (words.maxLength() < Integer.MAX_VALUE) {
            schema.setMaxLength(words.maxLength());
        }
        if (!words.example().isEmpty()) {
            schema.setExample(
                    schema.getType() == SchemaType.STRING
                            ? words.example()
                            : JSON.fromJson(words.example(), Object.class));
        }
        return schema;
    }
}
