package phoneseller.app.domain;

import java.util.List;
import java.util.Optional;

/** The phones that the shop sells. Reading is part of the caller's transaction, if it has one. */
public interface Catalogue {

  /** Some of the phones, by id. */
  List<Phone> page(long offset, int size);

  long count();

  Optional<Phone> find(PhoneId id);

  /** The phone that goes by this name, or by this stock-keeping name. */
  Optional<Phone> named(String name);
}
