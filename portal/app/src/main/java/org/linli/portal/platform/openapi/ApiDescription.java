package org.linli.portal.platform.openapi;

import jakarta.ws.rs.ApplicationPath;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.linli.portal.platform.rest.PortalApi;

/** Writes the whole document; named in microprofile-config.properties. */
public class ApiDescription implements OASFilter {
    private static final String ABOUT =
            "Volunteer service marketplace for communities. Ids are decimal strings, points decimal strings, times RFC"
                    + " 3339. What is null is left out. Texts follow Accept-Language (zh, en). Refusals are RFC 9457"
                    + " problems with a stable code. A POST that takes Idempotency-Key has one effect however often"
                    + " it is sent within 24 hours.";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        String base = PortalApi.class.getAnnotation(ApplicationPath.class).value();
        Schemas schemas = new Schemas();
        Operations operations = new Operations(schemas);
        Map<String, PathItem> paths = new TreeMap<>();
        Map<String, String> tags = new TreeMap<>();
        for (Class<?> resource : RestResources.all()) {
            Arrays.stream(resource.getDeclaredMethods())
                    .filter(method -> Described.httpMethod(method) != null)
                    .sorted(Comparator.comparing(Method::getName))
                    .map(Described::new)
                    .forEach(method -> {
                        PathItem item =
                                paths.computeIfAbsent(base + method.path(), path -> OASFactory.createPathItem());
                        Operation operation = operations.of(method);
                        item.setOperation(PathItem.HttpMethod.valueOf(method.verb()), operation);
                        tags.put(method.tag(), method.tag());
                    });
        }
        Paths all = OASFactory.createPaths();
        paths.forEach(all::addPathItem);
        CommonParts common = new CommonParts(schemas);
        document.paths(all)
                .info(OASFactory.createInfo()
                        .title("Linli 邻里")
                        .version("1")
                        .description(ABOUT)
                        .license(OASFactory.createLicense()
                                .name("Apache-2.0")
                                .url("https://www.apache.org/licenses/LICENSE-2.0.txt")))
                .servers(List.of(OASFactory.createServer().url("/")))
                .tags(tags.keySet().stream()
                        .map(tag -> OASFactory.createTag().name(tag))
                        .toList())
                .components(OASFactory.createComponents()
                        .responses(common.responses())
                        .parameters(CommonParts.parameters())
                        .headers(CommonParts.headers())
                        .schemas(schemas.named())
                        .addSecurityScheme(
                                "bearer",
                                OASFactory.createSecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token from POST " + base + "/tokens")));
    }
}
