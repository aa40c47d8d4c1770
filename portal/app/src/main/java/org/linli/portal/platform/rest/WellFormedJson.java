package org.linli.portal.platform.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.portal.platform.problem.DomainException;

/**
 * Reads a body to its end before it is bound to records.
 *
 * <p>The binding of Payara 6.2025.10 (Parsson 1.1) never ends when the body ends inside an unknown member:
 * <code>{"a":{</code> would keep a thread busy for ever.
 */
public final class WellFormedJson {
    /** No record of ours is nested deeper. */
    private static final int MAX_DEPTH = 32;

    /** Every number that is bound to a record is a 32-bit integer; ids and points are strings. */
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,10}");

    /** What a brand declares may have fractions. No exponents: {@code 1e999999999} is short, and long when it is written out. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private WellFormedJson() {}

    /**
     * Refuses what is not one whole JSON text in UTF-8, and numbers that its reader could not hold.
     *
     * @param type what the body is bound to: a text is read by hand and may hold any number, so may a record's components
     *     that are JSON objects
     * @throws DomainException 400
     */
    public static void require(byte[] body, Class<?> type) {
        if (body.length == 0) {
            return;
        }
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            Set<String> free = freeMembers(type);
            int depth = 0;
            boolean anyNumber = type == String.class;
            while (parser.hasNext()) {
                JsonParser.Event event = parser.next();
                depth += step(event);
                if (event == JsonParser.Event.KEY_NAME && depth == 1 && type != String.class) {
                    anyNumber = free.contains(parser.getString());
                }
                if (event == JsonParser.Event.VALUE_NUMBER) {
                    requireNumber(parser.getString(), anyNumber);
                }
                if (depth > MAX_DEPTH) {
                    throw malformed();
                }
            }
            if (depth != 0) {
                throw malformed();
            }
        } catch (JsonException | CharacterCodingException e) {
            throw malformed();
        }
    }

    /** The binding cuts fractions off and lets larger numbers wrap around: 4294967297 pieces would be one. */
    private static void requireNumber(String number, boolean any) {
        if (any) {
            if (!NUMBER.matcher(number).matches()) {
                throw DomainException.invalid("platform.number-too-long");
            }
            return;
        }
        if (!INTEGER.matcher(number).matches() || Long.parseLong(number) != (int) Long.parseLong(number)) {
            throw DomainException.invalid("platform.number-not-integer");
        }
    }

    private static Set<String> freeMembers(Class<?> type) {
        return !type.isRecord()
                ? Set.of()
                : Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getType() == JsonObject.class)
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet());
    }

    private static int step(JsonParser.Event event) {
        return switch (event) {
            case START_ARRAY, START_OBJECT -> 1;
            case END_ARRAY, END_OBJECT -> -1;
            default -> 0;
        };
    }

    private static DomainException malformed() {
        return DomainException.invalid("platform.malformed-json");
    }
}
