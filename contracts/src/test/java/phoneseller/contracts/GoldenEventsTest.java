package phoneseller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class GoldenEventsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @MethodSource("types")
  void theTypeComesFirstThenTheTimeThenTheFieldsInTheirOrder(Class<?> type) {
    var fields = JSON.readTree(GoldenEvents.json(type.getSimpleName())).propertyNames();

    assertThat(fields).startsWith("eventType", "timestamp", "id").endsWith("customerId");
    assertThat(fields).containsExactlyElementsOf(wireFields(type));
  }

  @ParameterizedTest
  @MethodSource("types")
  void theRecordWritesWhatItHasRead(Class<? extends ShopEvent> type) {
    String golden = GoldenEvents.json(type.getSimpleName());

    ShopEvent event = JSON.readValue(golden, type);

    assertThat(event.order()).isEqualTo(2);
    assertThat(event.customerId()).isEqualTo("customer-1");
    assertThat("{\"eventType\":\"" + type.getSimpleName() + "\"," + fieldsOf(event))
        .isEqualTo(golden);
  }

  @ParameterizedTest
  @MethodSource("types")
  void anEventOfAPublisherThatKnowsNoCustomersIsRead(Class<? extends ShopEvent> type) {
    String golden = GoldenEvents.json(type.getSimpleName());

    ShopEvent event =
        JSON.readValue(golden.replace(",\"customerId\":\"customer-1\"", ",\"more\":1"), type);

    assertThat(event.customerId()).isNull();
  }

  static Stream<Class<?>> types() {
    return Stream.of(ShopEvent.class.getPermittedSubclasses());
  }

  static List<String> wireFields(Class<?> type) {
    var components = Stream.of(type.getRecordComponents()).map(component -> component.getName());
    return Stream.concat(Stream.of("eventType"), components).toList();
  }

  private static String fieldsOf(ShopEvent event) {
    return JSON.writeValueAsString(event).substring(1);
  }
}
