package phoneseller.app.adapter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import phoneseller.app.domain.Phone;
import phoneseller.app.domain.PhoneOption;
import phoneseller.app.domain.Wording;
import phoneseller.http.Link;

/** A phone as clients see it; the unit price in whole won. */
record PhoneRepresentation(
    long id,
    String name,
    @Schema(
            description =
                "an order's item may append a choice for each option: GX-NOTE99/black/256")
        String stockKeepingName,
    String brand,
    long unitPrice,
    List<Option> options,
    Wording description,
    String picture,
    @Schema(description = "for trying: its price makes the payment end badly") boolean demo,
    @JsonProperty("_links") Map<String, Link> links) {

  /** What is to be chosen. */
  record Option(Wording name, List<Choice> values) {

    static Option of(PhoneOption option) {
      return new Option(option.name(), option.values().stream().map(Choice::of).toList());
    }
  }

  /** One value of an option, in both languages. */
  record Choice(String code, String ko, String en) {

    static Choice of(PhoneOption.Value value) {
      return new Choice(value.code(), value.name().ko(), value.name().en());
    }
  }

  static PhoneRepresentation of(Phone phone) {
    var self = Link.to("/phones/" + phone.id());
    return new PhoneRepresentation(
        phone.id().value(),
        phone.name(),
        phone.stockKeepingName(),
        phone.brand(),
        phone.unitPrice().amount(),
        phone.options().stream().map(Option::of).toList(),
        phone.description(),
        "/assets/phones/" + phone.picture() + ".svg",
        phone.demo(),
        Map.of("self", self, "phone", self));
  }
}
