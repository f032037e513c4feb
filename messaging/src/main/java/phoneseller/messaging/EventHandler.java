package phoneseller.messaging;

import java.util.List;
import java.util.Set;

/** What a service does about the events of the topic. */
public interface EventHandler<E> {

  /** The records it wants; every other type of event is skipped. */
  Set<Class<? extends E>> types();

  /**
   * Takes deliveries in the order of the topic, inside one transaction. An exception rolls all of
   * them back: they come again together when its cause is passing, else one by one, and the one
   * that fails alone is parked as a dead letter. It must therefore be safe to repeat.
   */
  void handle(List<Delivery<E>> deliveries);

  /** The same; tells besides how far the topic has been taken as soon as these deliveries are. */
  default void handle(List<Delivery<E>> deliveries, List<Position> reached) {
    handle(deliveries);
  }
}
