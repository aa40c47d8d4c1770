import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.linli.client.ApiClient;
import org.linli.client.ApiException;
import org.linli.client.ApiResponse;
import org.linli.client.api.CatalogueApi;
import org.linli.client.api.MeApi;
import org.linli.client.api.OrdersApi;
import org.linli.client.api.TokensApi;
import org.linli.client.model.NewOrder;
import org.linli.client.model.NewToken;
import org.linli.client.model.Order;
import org.linli.client.model.OrderSummary;
import org.linli.client.model.OrderSummaryPage;
import org.linli.client.model.Problem;
import org.linli.client.model.ReasonGiven;
import org.linli.client.model.ServiceItem;

/** Compiled by GeneratedClientTest together with the generated client: a resident's order, without a word of HTTP. */
public final class ClientStory {
    private final ApiClient client = new ApiClient();

    private ClientStory(String address) {
        client.updateBaseUri(address);
    }

    /** Tells the story; what goes wrong is thrown. */
    public static void tell(String address) throws Exception {
        new ClientStory(address).tell();
    }

    private void tell() throws Exception {
        String token = new TokensApi(client)
                .tokensCreate(new NewToken().login("resident").password("linli-demo"))
                .getToken();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        String me = new MeApi(client).meMe().getName();

        ServiceItem item = new CatalogueApi(client)
                .serviceItemsList(null, null, null).getItems().get(0);
        OrdersApi orders = new OrdersApi(client);
        OffsetDateTime from = OffsetDateTime.now().plusDays(2);
        NewOrder wish = new NewOrder()
                .itemId(item.getId())
                .address("3栋2单元501")
                .wantedFrom(from)
                .wantedTo(from.plusHours(2));
        String key = UUID.randomUUID().toString();
        ApiResponse<Order> placed = orders.ordersPlaceWithHttpInfo(wish, key);
        OrderSummary order = placed.getData().getOrder();
        require(placed.getStatusCode() == 201, "201");
        require(orders.ordersPlace(wish, key).getOrder().getId().equals(order.getId()), "one order for one key");
        require(order.getStatus() == OrderSummary.StatusEnum.PLACED, "a new order is PLACED");
        require(me.equals(order.getPrincipalName()), "it is mine");
        require(order.getPlacedAt().isBefore(OffsetDateTime.now().plusMinutes(5)), "times are times");

        OrderSummaryPage mine = orders.ordersList("mine", null, List.of("PLACED"), null, null, 5);
        require(mine.getItems().stream().anyMatch(one -> one.getId().equals(order.getId())), "it is in my list");
        refused(orders, item);
        String tag = placed.getHeaders().get("ETag").get(0);
        Order cancelled = orders.orderCancel(order.getId(), tag, null, new ReasonGiven().reason("不需要了"));
        require(cancelled.getOrder().getStatus() == OrderSummary.StatusEnum.CANCELLED, "cancelled");
    }

    private static void refused(OrdersApi orders, ServiceItem item) throws Exception {
        try {
            orders.ordersPlace(new NewOrder().itemId(item.getId()).wantedTo(OffsetDateTime.now().minusDays(1)), null);
            throw new AssertionError("an order for yesterday was taken");
        } catch (ApiException refusal) {
            Problem problem = ApiClient.createDefaultObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
            require(refusal.getCode() == 400 && problem.getStatus() == 400, "400");
            require(problem.getErrors().get(0).getPointer().startsWith("/wanted"), "the field is named");
            require(URI.create(problem.getType()).getScheme().equals("urn"), "a type");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
