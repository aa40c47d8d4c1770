package org.linli.portal.brands.release;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.json.JsonException;
import java.util.List;
import java.util.Set;
import org.linli.plugin.Data;
import org.linli.portal.brands.DataJson;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/** The JSON Schema of a brand's settings: one flat object, so that a form can be made of it. */
public final class SettingsSchema {
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "array");

    /** References could lead out of the jar. */
    private static final Set<String> REFUSED = Set.of("$ref", "$dynamicRef", "$schema", "$id");

    private static final int MAX_PROPERTIES = 60;

    private SettingsSchema() {}

    /**
     * Refuses a schema of which no form can be made.
     *
     * @param schema the text, empty for no settings
     * @throws DomainException 400
     */
    static void require(String schema) {
        if (schema.isEmpty()) {
            return;
        }
        Data root = read(schema);
        Data properties = root.object("properties");
        if (!root.text("type").equals("object") || properties.keys().size() > MAX_PROPERTIES) {
            throw DomainException.invalid("brands.settings-not-flat", "type: object", MAX_PROPERTIES);
        }
        for (String name : properties.keys()) {
            Data property = properties.object(name);
            boolean array = property.text("type").equals("array");
            boolean refers = property.keys().stream().anyMatch(REFUSED::contains);
            if (!TYPES.contains(property.text("type"))
                    || refers
                    || (array && property.object("items").texts("enum").isEmpty())) {
                throw DomainException.invalid("brands.settings-bad-property", name);
            }
        }
        List<Error> wrong = compiled(schema).validate("{}", InputFormat.JSON);
        if (wrong.stream().anyMatch(error -> !"required".equals(error.getKeyword()))) {
            throw DomainException.invalid("brands.settings-not-flat", "type: object", MAX_PROPERTIES);
        }
    }

    private static Data read(String schema) {
        try {
            return DataJson.read(schema);
        } catch (JsonException | ArithmeticException e) {
            throw DomainException.invalid("brands.settings-no-json");
        }
    }

    private static Schema compiled(String schema) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema, InputFormat.JSON);
        } catch (RuntimeException e) { // the library's own exceptions, of several kinds
            throw DomainException.invalid("brands.settings-no-json");
        }
    }

    /**
     * Refuses settings that do not fit, naming the fields.
     *
     * @throws DomainException 400
     */
    static void requireFits(String schema, Data settings) {
        if (schema.isEmpty()) {
            if (!settings.keys().isEmpty()) {
                throw DomainException.invalid("brands.settings-none");
            }
            return;
        }
        Violations violations = new Violations();
        Data properties = read(schema).object("properties");
        for (String name : settings.keys()) {
            violations.check(properties.has(name), name, "brands.setting-unknown", name);
        }
        for (Error error : compiled(schema).validate(DataJson.write(settings), InputFormat.JSON)) {
            add(violations, error, properties);
        }
        violations.throwIfAny();
    }

    private static void add(Violations violations, Error error, Data properties) {
        String keyword = String.valueOf(error.getKeyword());
        String place = error.getInstanceLocation() == null
                ? ""
                : error.getInstanceLocation().toString().replaceFirst("^/", "").replaceFirst("/.*", "");
        String field = place.isEmpty() ? String.valueOf(error.getProperty()) : place;
        Data property = properties.object(field);
        switch (keyword) {
            case "required" -> violations.required(null, field);
            case "maxLength" -> violations.check(false, field, "platform.field-too-long", property.number("maxLength"));
            case "minimum", "maximum" ->
                violations.check(
                        false, field, "brands.setting-range", property.text("minimum"), property.text("maximum"));
            default -> violations.check(false, field, "brands.setting-wrong", field);
        }
    }

    /** The settings as another release reads them: what it does not know is left out, its defaults are filled in. */
    static Data fitted(String schema, Data settings) {
        if (schema.isEmpty()) {
            return Data.EMPTY;
        }
        Data properties = read(schema).object("properties");
        Data known = settings;
        for (String key : settings.keys()) {
            if (!properties.has(key)) {
                known = known.with(key, null);
            }
        }
        return withDefaults(schema, known);
    }

    /** The settings, with the default of each property that is not set. */
    public static Data withDefaults(String schema, Data settings) {
        if (schema.isEmpty()) {
            return settings;
        }
        Data properties = read(schema).object("properties");
        Data all = settings;
        for (String key : properties.keys()) {
            Object value = properties.object(key).get("default").orElse(null);
            if (value != null && !all.has(key)) {
                all = all.with(key, value);
            }
        }
        return all;
    }
}
