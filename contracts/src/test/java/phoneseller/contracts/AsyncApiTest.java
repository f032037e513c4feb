package phoneseller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiTest {

  private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNode API = new YAMLMapper().readTree(read());

  @Test
  void theTopicCarriesEveryTypeOfEventAndNoOther() {
    assertThat(API.at("/channels/phoneseller/messages").propertyNames())
        .containsExactlyInAnyOrderElementsOf(GoldenEvents.types());
  }

  @ParameterizedTest
  @MethodSource("types")
  void theGoldenEventIsAsDocumented(String type) {
    assertThat(errors(type, JSON.readTree(GoldenEvents.json(type)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void theExampleOfTheDocumentIsTheGoldenEvent(String type) {
    assertThat(API.at("/components/messages/" + type + "/examples/0/payload").toString())
        .isEqualTo(GoldenEvents.json(type));
  }

  @ParameterizedTest
  @MethodSource("types")
  void aRenamedFieldIsNotAsDocumented(String type) {
    var golden = JSON.readTree(GoldenEvents.json(type));
    for (String field : golden.propertyNames()) {
      var renamed = (ObjectNode) golden.deepCopy();
      renamed.set(field + "Renamed", renamed.remove(field));

      assertThat(errors(type, renamed)).as(field).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void theDocumentKnowsTheFieldsOfTheRecordAndNoOther(String type) throws Exception {
    assertThat(schema(type).path("properties").propertyNames())
        .containsExactlyElementsOf(
            GoldenEventsTest.wireFields(Class.forName("phoneseller.contracts." + type)));
  }

  static List<String> types() {
    return GoldenEvents.types();
  }

  private static JsonNode schema(String type) {
    return API.at("/components/schemas/" + type);
  }

  private static List<Error> errors(String type, JsonNode event) {
    var bundle = JSON.createObjectNode();
    bundle.putArray("allOf").addObject().put("$ref", "#/components/schemas/" + type);
    bundle.set("components", API.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(bundle)
        .validate(event);
  }

  private static String read() {
    try {
      return Files.readString(DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
