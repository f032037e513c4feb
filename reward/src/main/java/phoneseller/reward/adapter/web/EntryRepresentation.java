package phoneseller.reward.adapter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import phoneseller.http.Link;
import phoneseller.reward.domain.Booked;
import phoneseller.reward.domain.Entry;

/** An entry on the wire; points that were taken are below zero. */
record EntryRepresentation(
    long id,
    long orderId,
    long point,
    String process,
    String customerId,
    @JsonProperty("_links") Map<String, Link> links) {

  static EntryRepresentation of(Booked booked) {
    var entry = booked.entry();
    var self = Link.to("/rewards/" + booked.id());
    var links = new LinkedHashMap<String, Link>();
    links.put("self", self);
    links.put("reward", self);
    return new EntryRepresentation(
        booked.id(),
        entry.order().value(),
        entry.points().value(),
        process(entry.kind()),
        entry.customer().value(),
        links);
  }

  static String process(Entry.Kind kind) {
    return switch (kind) {
      case GRANT, GIVE_BACK -> "Payed";
      case RECLAIM -> "PayCancelled";
    };
  }
}
