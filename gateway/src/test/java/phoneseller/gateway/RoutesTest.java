package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static phoneseller.gateway.ProblemAssert.assertProblem;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  private static final Map<String, Backend> BACKENDS =
      Map.of(
          "app", new Backend(),
          "pay", new Backend(),
          "customer", new Backend(),
          "store", new Backend(),
          "reward", new Backend());
  private static final Door DOOR =
      new Door(
          BACKENDS.entrySet().stream()
              .map(backend -> backend.getKey() + "=" + backend.getValue().port())
              .toArray(String[]::new));

  @BeforeEach
  void forget() {
    BACKENDS.values().forEach(Backend::forget);
  }

  @AfterAll
  static void close() {
    DOOR.close();
    BACKENDS.values().forEach(Backend::close);
  }

  @ParameterizedTest
  @CsvSource({
    "/orders, app",
    "/orders/2, app",
    "/phones, app",
    "/phones/1, app",
    "/payments, pay",
    "/payments/search/findByOrderId, pay",
    "/customers, customer",
    "/customers/2/timeline, customer",
    "/storeManages, store",
    "/storeManages/2, store",
    "/rewards, reward",
    "/rewards/3, reward"
  })
  void eachServiceGetsItsOwnPathsAlone(String path, String owner) {
    assertThat(DOOR.get(path).statusCode()).isEqualTo(200);
    BACKENDS.forEach(
        (name, backend) -> assertThat(backend.seen()).hasSize(name.equals(owner) ? 1 : 0));
    assertThat(backend(owner).last().target()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orders?page=0&size=20&sort=id,desc",
        "/orders?a=1&b=x%20y&a=2&flag&empty=&c=x+y",
        "/orders?q=%ED%95%9C%EA%B8%80%26%2F%3D",
        "/orders/%ED%95%9C%20x"
      })
  void pathAndQueryArriveToTheLetter(String target) {
    DOOR.get(target);
    assertThat(backend("app").last().target()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PATCH", "PUT", "DELETE", "OPTIONS", "HEAD"})
  void everyMethodPassesAndTheServiceDecides(String method) {
    backend("app")
        .answers(exchange -> Backend.answer(exchange, 405, "", "Allow", "GET, POST, PATCH"));
    var answer = DOOR.send(method, "/orders", "");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST, PATCH");
    assertThat(backend("app").last().method()).isEqualTo(method);
  }

  @Test
  void theBodyAndItsTypeArriveAsTheyWereSent() {
    String body = "{\"item\":\"갤럭시 노트99\",\"qty\":\"1\"}";
    DOOR.post("/orders", body, "Content-Type", "application/json", "Idempotency-Key", "k-1");
    var seen = backend("app").last();
    assertThat(seen.body()).isEqualTo(body);
    assertThat(seen.headers().get("Content-Type")).containsExactly("application/json");
    assertThat(seen.headers().get("Idempotency-Key")).containsExactly("k-1");
  }

  @Test
  void aFormArrivesTooForTheServiceToRefuse() {
    DOOR.post("/orders", "item=x&qty=1", "Content-Type", "application/x-www-form-urlencoded");
    assertThat(backend("app").last().body()).isEqualTo("item=x&qty=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing-here",
        "/actuator/env",
        "/ordersX",
        "/orders/../actuator/health",
        "/orders/%2e%2e/actuator/health",
        "/orders/..;/actuator/health",
        "/orders/.;x=1/2",
        "/orders//actuator"
      })
  void whateverNoServiceOwnsIsUnknown(String path) {
    assertProblem(DOOR.get(path), 404);
    BACKENDS.values().forEach(backend -> assertThat(backend.seen()).isEmpty());
  }

  private static Backend backend(String name) {
    return Objects.requireNonNull(BACKENDS.get(name));
  }
}
