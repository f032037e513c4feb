package phoneseller.messaging;

/** Opens a {@link TopicReader} on the service's topic. */
public interface TopicReaders<E> {

  /**
   * @throws RuntimeException when the broker cannot be reached
   */
  TopicReader<E> open();
}
