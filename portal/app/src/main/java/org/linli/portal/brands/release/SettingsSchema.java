package org.linli.portal.brands.release;

import org.linli.plugin.Data;
import org.linli.portal.brands.DataJson;

/** The JSON Schema of a brand's settings: one flat object. */
final class SettingsSchema {
    private SettingsSchema() {}

    /** The settings, with the default of each property that is not set. */
    static Data withDefaults(String schema, Data settings) {
        if (schema.isEmpty()) {
            return settings;
        }
        Data properties = DataJson.read(schema).object("properties");
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
