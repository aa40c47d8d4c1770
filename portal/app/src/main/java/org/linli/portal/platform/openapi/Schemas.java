package org.linli.portal.platform.openapi;

import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.rest.Page;

/** Schemas of Java types. Records and pages of them get a name and are referred to. */
final class Schemas {
    private static final Map<Class<?>, String[]> SIMPLE = Map.ofEntries(
            Map.entry(String.class, new String[] {"STRING", ""}),
            Map.entry(Instant.class, new String[] {"STRING", "date-time"}),
            Map.entry(LocalDate.class, new String[] {"STRING", "date"}),
            Map.entry(InputStream.class, new String[] {"STRING", "binary"}),
            Map.entry(byte[].class, new String[] {"STRING", "binary"}),
            Map.entry(int.class, new String[] {"INTEGER", "int32"}),
            Map.entry(Integer.class, new String[] {"INTEGER", "int32"}),
            Map.entry(long.class, new String[] {"INTEGER", "int64"}),
            Map.entry(Long.class, new String[] {"INTEGER", "int64"}),
            Map.entry(boolean.class, new String[] {"BOOLEAN", ""}),
            Map.entry(Boolean.class, new String[] {"BOOLEAN", ""}));

    private final Map<String, Schema> named = new TreeMap<>();
    private final Map<String, Class<?>> owners = new HashMap<>();

    /** The named schemas that were needed so far. */
    Map<String, Schema> named() {
        return named;
    }

    /** The schema of a type. */
    Schema of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (raw == Page.class) {
                return page((Class<?>) last);
            }
            if (raw == Map.class) {
                return OASFactory.createSchema().type(SchemaType.OBJECT).additionalPropertiesSchema(of(last));
            }
            return OASFactory.createSchema().type(SchemaType.ARRAY).items(of(last));
        }
        Class<?> plain = (Class<?>) type;
        String[] simple = SIMPLE.get(plain);
        if (simple != null) {
            Schema schema = OASFactory.createSchema().type(SchemaType.valueOf(simple[0]));
            return simple[1].isEmpty() ? schema : schema.format(simple[1]);
        }
        if (plain.isEnum()) {
            return choice(plain);
        }
        if (plain.isRecord()) {
            return reference(plain, () -> object(plain));
        }
        // what brands define: any JSON
        return OASFactory.createSchema();
    }

    /** The schema of a component or parameter, with what its annotation adds. */
    Schema of(Type type, AnnotatedElement annotated) {
        var described = annotated.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        if (described == null) {
            return of(type);
        }
        boolean many = type instanceof ParameterizedType generic && generic.getRawType() == List.class;
        Schema schema = of(type);
        if (described.implementation() != Void.class) {
            Schema one = of(described.implementation());
            schema = many ? OASFactory.createSchema().type(SchemaType.ARRAY).items(one) : one;
        }
        return schema.getRef() == null ? SchemaWords.add(schema, described) : schema;
    }

    private Schema page(Class<?> of) {
        Schema item = of(of);
        String name = name(of) + "Page";
        if (!named.containsKey(name)) {
            Schema cursor = OASFactory.createSchema()
                    .type(SchemaType.STRING)
                    .description("To be given as cursor for the rows that follow; missing at the end");
            named.put(
                    name,
                    OASFactory.createSchema()
                            .type(SchemaType.OBJECT)
                            .addProperty(
                                    "items",
                                    OASFactory.createSchema()
                                            .type(SchemaType.ARRAY)
                                            .items(item))
                            .addProperty("nextCursor", cursor)
                            .addRequired("items"));
        }
        return to(name);
    }

    private Schema reference(Class<?> type, java.util.function.Supplier<Schema> made) {
        String name = name(type);
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner == null) {
            named.put(name, made.get());
        } else if (owner != type) {
            throw new IllegalStateException(type + " and " + owner + " are both called " + name + " in the document");
        }
        return to(name);
    }

    private Schema object(Class<?> type) {
        Schema schema = OASFactory.createSchema().type(SchemaType.OBJECT);
        for (RecordComponent component : type.getRecordComponents()) {
            schema.addProperty(component.getName(), of(component.getGenericType(), component.getAccessor()));
            if (required(component)) {
                schema.addRequired(component.getName());
            }
        }
        var described = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return described == null ? schema : SchemaWords.add(schema, described);
    }

    /** What we send is there unless it may be null; of what is sent to us null is judged later, so it says so itself. */
    private static boolean required(RecordComponent component) {
        var described =
                component.getAccessor().getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || (described != null && described.required());
    }

    private static Schema choice(Class<?> type) {
        List<Object> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> (Object) ((Enum<?>) constant).name())
                .toList();
        return OASFactory.createSchema().type(SchemaType.STRING).enumeration(names);
    }

    private static String name(Class<?> type) {
        var described = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return described == null || described.name().isEmpty()
                ? type.getSimpleName().replaceFirst("(Json|Body)$", "")
                : described.name();
    }

    private static Schema to(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }
}
