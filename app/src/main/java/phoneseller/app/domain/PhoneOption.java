package phoneseller.app.domain;

import java.util.List;

/** What a customer chooses of a phone, as its colour; no choice changes the price. */
public record PhoneOption(Wording name, List<Value> values) {

  /** One choice; the code stands for it in an order's item. */
  public record Value(String code, Wording name) {}

  public PhoneOption {
    values = List.copyOf(values);
  }

  boolean has(String code) {
    return values.stream().anyMatch(value -> value.code().equals(code));
  }
}
