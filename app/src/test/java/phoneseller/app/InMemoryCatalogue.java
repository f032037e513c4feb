package phoneseller.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import phoneseller.app.domain.Catalogue;
import phoneseller.app.domain.Phone;
import phoneseller.app.domain.PhoneId;
import phoneseller.app.domain.PhoneOption;
import phoneseller.app.domain.Won;
import phoneseller.app.domain.Wording;

/** A catalogue in memory, empty at first, whose prices a test may change. */
public final class InMemoryCatalogue implements Catalogue {

  private final List<Phone> phones = new ArrayList<>();

  /** Sells this phone from now on, at this price; it comes in black or blue, with 64 or 128 GB. */
  public void sell(String name, String stockKeepingName, long unitPrice) {
    phones.removeIf(phone -> phone.name().equals(name));
    phones.add(
        new Phone(
            new PhoneId(phones.size() + 1L),
            name,
            stockKeepingName,
            "GX",
            new Won(unitPrice),
            List.of(option("Colour", "black", "blue"), option("Storage", "64", "128")),
            words(name),
            "gx",
            false));
  }

  /** As they are. */
  public void sell(List<Phone> others) {
    phones.addAll(others);
  }

  @Override
  public List<Phone> page(long offset, int size) {
    return phones.stream().skip(offset).limit(size).toList();
  }

  @Override
  public long count() {
    return phones.size();
  }

  @Override
  public Optional<Phone> find(PhoneId id) {
    return phones.stream().filter(phone -> phone.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Phone> named(String name) {
    return phones.stream()
        .filter(phone -> name.equals(phone.name()) || name.equals(phone.stockKeepingName()))
        .findFirst();
  }

  private static PhoneOption option(String name, String... codes) {
    return new PhoneOption(
        words(name),
        List.of(codes).stream().map(code -> new PhoneOption.Value(code, words(code))).toList());
  }

  private static Wording words(String text) {
    return new Wording(text, text);
  }
}
