package org.linli.launcher;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A portal for development: its operator and the administrator of one community, who take up whatever comes. */
final class DevPortal {
    private static final String RELEASES = "brand-releases";

    private final String url;
    private final PortalAccess operator;
    private final PortalAccess admin;
    private final String community;
    private final String person;

    /**
     * Signs in.
     *
     * @throws StartFailure when the portal does not know them
     */
    DevPortal(String url, PortalAccess operator, String login, String password) throws InterruptedException {
        this.url = url;
        this.operator = operator;
        Object issued = PortalAccess.of(url, "")
                .post("tokens", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
        this.admin = PortalAccess.of(url, JsonReader.text(issued, "token"));
        Object me = admin.get("me");
        this.community = JsonReader.text(me, "communityId");
        this.person = JsonReader.text(me, "personId");
    }

    /**
     * Uploads, proves, activates and takes up a release; the administrator agrees to all it needs and holds all its roles.
     *
     * @return the address of its first page, empty when it has none
     * @throws StartFailure with the portal's words when it does not want it
     */
    String take(DevBrand.Packed brand) throws InterruptedException {
        Object release = operator.upload(RELEASES, brand.jar(), Map.of("Content-Type", "application/java-archive"));
        String path = RELEASES + "/" + JsonReader.text(release, "id");
        release = operator.post(path + "/verify", "{}");
        if (!JsonReader.text(release, "status").equals("VERIFIED")) {
            throw new StartFailure(StartFailure.FAILED, JsonReader.text(release, "reason"));
        }
        operator.post(path + "/activate", "{}");
        takeUp(brand.id());
        for (String role : brand.roles()) {
            admin.post(binding(brand.id()) + "/roles", "{\"personId\":\"" + person + "\",\"role\":\"" + role + "\"}");
        }
        return brand.page().isEmpty()
                ? ""
                : url.replaceAll("/+$", "") + "/brand.xhtml?brand=" + brand.id() + "&page=" + brand.page();
    }

    private void takeUp(String brand) throws InterruptedException {
        Object seen = admin.get(binding(brand));
        String state = JsonReader.text(seen, "state");
        List<?> notApproved = JsonReader.list(seen, "notApproved");
        if (state.equals("ON") && notApproved.isEmpty()) {
            return;
        }
        String needs = JsonReader.list(seen, "needs").stream()
                .map(need -> '"' + JsonReader.text(need, "code") + '"')
                .collect(Collectors.joining(","));
        String act = !state.equals("SUSPENDED") ? "/enable" : notApproved.isEmpty() ? "/resume" : "/approve";
        admin.post(binding(brand) + act, "{\"needs\":[" + needs + "]}");
    }

    private String binding(String brand) {
        return "communities/" + community + "/brands/" + brand;
    }
}
