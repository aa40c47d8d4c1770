package org.linli.portal.brands.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An input of the settings form, with what was typed into it. */
public class SettingField implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What is drawn. */
    public enum Kind {
        TEXT,
        LINES,
        NUMBER,
        SWITCH,
        CHOICE,
        CHOICES
    }

    /** A value that can be chosen, and its label. */
    public record Option(String value, String label) implements Serializable {}

    private final String name;
    private final Kind kind;
    private final String label;
    private final String hint;
    private final boolean required;
    private final int maxLength;
    private final List<Option> options;
    private @Nullable String value;
    private boolean on;
    private List<String> chosen = new ArrayList<>();

    SettingField(
            String name, Kind kind, String label, String hint, boolean required, int maxLength, List<Option> options) {
        this.name = name;
        this.kind = kind;
        this.label = label;
        this.hint = hint;
        this.required = required;
        this.maxLength = maxLength;
        this.options = new ArrayList<>(options);
    }

    public String getName() {
        return name;
    }

    public String getKind() {
        return kind.name();
    }

    Kind kind() {
        return kind;
    }

    public String getLabel() {
        return label;
    }

    public String getHint() {
        return hint;
    }

    public boolean isRequired() {
        return required;
    }

    public int getMaxLength() {
        return maxLength;
    }

    public List<Option> getOptions() {
        return options;
    }

    public @Nullable String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = value;
    }

    public boolean isOn() {
        return on;
    }

    public void setOn(boolean on) {
        this.on = on;
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable List<String> chosen) {
        this.chosen = chosen == null ? new ArrayList<>() : new ArrayList<>(chosen);
    }
}
