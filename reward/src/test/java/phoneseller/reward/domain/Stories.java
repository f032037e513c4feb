package phoneseller.reward.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All sequences of some messages, up to a length: what may reach a ledger that is told anything.
 */
public final class Stories {

  private Stories() {}

  public static <M> Stream<List<M>> upTo(int length, List<M> messages) {
    if (length == 0) {
      return Stream.of(List.of());
    }
    return Stream.concat(
        Stream.of(List.of()),
        upTo(length - 1, messages)
            .flatMap(story -> messages.stream().map(message -> and(message, story))));
  }

  private static <M> List<M> and(M first, List<M> rest) {
    var story = new ArrayList<M>();
    story.add(first);
    story.addAll(rest);
    return List.copyOf(story);
  }
}
