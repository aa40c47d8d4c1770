package org.linli.plugin.page;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a page. */
public sealed interface Widget {
    /** How loud something is; never by colour alone. */
    enum Tone {
        PLAIN,
        PRIMARY,
        SUCCESS,
        WARNING,
        DANGER
    }

    /** A heading between parts. */
    record Heading(String text) implements Widget {}

    /** Words; a tone other than plain makes it a notice with an icon. */
    record Text(String text, Tone tone) implements Widget {}

    /** Big numbers, such as a dashboard begins with. */
    record Stats(List<Stat> stats) implements Widget {
        public Stats {
            stats = List.copyOf(stats);
        }

        /** A number with its name; the link is a page of the brand, may be empty. */
        public record Stat(String label, String value, Tone tone, String link) {}
    }

    /** Names and values. */
    record Facts(List<Fact> facts) implements Widget {
        public Facts {
            facts = List.copyOf(facts);
        }

        /** One of them. */
        public record Fact(String label, String value) {}
    }

    /**
     * Cards in a list: the usual way to show things on a phone.
     *
     * @param empty what to say when there is none
     */
    record Cards(List<Card> cards, String empty) implements Widget {
        public Cards {
            cards = List.copyOf(cards);
        }

        /**
         * One thing.
         *
         * @param badge a short state, may be empty
         * @param link page of the brand, or {@code order:<id>} for an order, may be empty
         */
        public record Card(String title, String text, String badge, Tone tone, String link) {}
    }

    /**
     * A table; on a phone each row becomes a card.
     *
     * @param caption for screen readers
     * @param heads of the columns
     * @param empty what to say when there is no row
     */
    record Table(String caption, List<String> heads, List<Row> rows, String empty) implements Widget {
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }

        /** As many cells as heads; the first leads to the link, if there is one. */
        public record Row(List<String> cells, String link) {
            public Row {
                cells = List.copyOf(cells);
            }
        }
    }

    /** What happened, in order. */
    record Timeline(List<Event> events) implements Widget {
        public Timeline {
            events = List.copyOf(events);
        }

        /** One of them. */
        public record Event(Instant at, String title, String text, Tone tone) {}
    }

    /**
     * Bars or a line; a table with the same numbers is shown with it.
     *
     * @param line false for bars
     * @param series values by name, each as long as the labels
     */
    record Chart(String title, boolean line, List<String> labels, Map<String, List<Double>> series) implements Widget {
        public Chart {
            labels = List.copyOf(labels);
            // in the order in which they were given: the first has the first colour
            series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
        }
    }

    /**
     * A schematic map of the community's grids with a number in each; the core draws it.
     *
     * @param values number by unit id; grids without one show 0
     * @param link page of the brand, the unit id is appended to it; may be empty
     */
    record UnitMap(String title, Map<String, Long> values, String link) implements Widget {
        public UnitMap {
            values = Map.copyOf(values);
        }
    }

    /** Photos by their upload ids. */
    record Photos(List<String> uploads, String alt) implements Widget {
        public Photos {
            uploads = List.copyOf(uploads);
        }
    }

    /** Links to pages of the brand, the first one loud. */
    record Links(List<Link> links) implements Widget {
        public Links {
            links = List.copyOf(links);
        }

        /** One of them; the icon is a name of the core's icon set, may be empty. */
        public record Link(String label, String page, String icon) {}
    }

    /**
     * A file of the brand to download.
     *
     * @param page path of a page route that answers a file to a GET, or {@code record:<kind>/<key>} for the document that was
     *     rendered with that record
     */
    record Download(String label, String page) implements Widget {}

    /**
     * A form that is posted to this page.
     *
     * @param submit words of the button
     * @param danger true asks again before it is sent
     * @param hidden values that are sent as they are; they are not secret and may be forged
     */
    record Form(String submit, boolean danger, Map<String, String> hidden, List<Field> fields) implements Widget {
        public Form {
            hidden = Map.copyOf(hidden);
            fields = List.copyOf(fields);
        }
    }

    /**
     * One input of a form.
     *
     * @param value what it shows at first, null for nothing; several ones are joined by commas, a checklist's as
     *     {@code item=ok,other=bad}
     */
    record Field(
            String name,
            String label,
            String hint,
            Kind kind,
            boolean required,
            @Nullable String value,
            List<Choice> choices) {
        public Field {
            choices = List.copyOf(choices);
        }

        /** What is put in; the posted value is a text unless said otherwise. */
        public enum Kind {
            TEXT,
            LONG_TEXT,
            NUMBER,
            /** yyyy-MM-dd. */
            DATE,
            /** yyyy-MM-dd'T'HH:mm in the time zone of the portal. */
            DATE_TIME,
            /** One of the choices. */
            CHOICE,
            /** Some of the choices: a list. */
            CHOICES,
            /**
             * Each choice is a line that is passed, failed or not applicable: posted as {@code name.value} with {@code ok},
             * {@code bad} or {@code na}, with {@code name.value.note} and, as lists of upload ids, {@code name.value.photos}.
             */
            CHECKLIST,
            /** Photos: a list of upload ids. */
            PHOTOS,
            /** A part of the community: its id. */
            UNIT,
            /** A member of the brand, the choices' values are person ids. */
            MEMBER,
            /** A drawn signature: an upload id; a typed name is offered as well. */
            SIGNATURE
        }

        /** What may be chosen. */
        public record Choice(String value, String label) {}

        /** An input without choices. */
        public static Field of(String name, String label, Kind kind, boolean required, @Nullable String value) {
            return new Field(name, label, "", kind, required, value, List.of());
        }
    }
}
