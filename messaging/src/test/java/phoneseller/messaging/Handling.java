package phoneseller.messaging;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A handler of a test, which says what it does. */
record Handling(Consumer<List<Delivery<Occurrence>>> work) implements EventHandler<Occurrence> {

  @Override
  public Set<Class<? extends Occurrence>> types() {
    return Set.of(Happened.class);
  }

  @Override
  public void handle(List<Delivery<Occurrence>> deliveries) {
    work.accept(deliveries);
  }

  static Happened happened(Delivery<Occurrence> delivery) {
    return switch (delivery.event()) {
      case Happened happened -> happened;
    };
  }
}
