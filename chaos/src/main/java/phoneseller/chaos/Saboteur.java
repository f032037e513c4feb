package phoneseller.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Begins faults, and ends them. */
final class Saboteur {

  private final Shop shop;
  private final Client client;
  private final Repeater repeater;

  Saboteur(Shop shop, Client client, Repeater repeater) {
    this.shop = shop;
    this.client = client;
    this.repeater = repeater;
  }

  void begin(Fault fault) throws IOException {
    switch (fault.kind()) {
      case KILL, TWO_AT_ONCE, BROKER_AWAY -> fault.targets().forEach(this::kill);
      case STOP -> process(fault).stop();
      case PAUSE -> process(fault).pause();
      case SECOND_INSTANCE -> shop.second(fault.target().replace("-2", "")).start();
      case CUT -> wire(fault).cut();
      case STALL -> wire(fault).stall();
      case DELAY -> wire(fault).delay(Duration.ofMillis(fault.amount()));
      case HALF_ANSWERS -> wire(fault).cutAnswers();
      case SLOW -> tell(fault, fault.target(), "", "\"latency\":\"" + fault.amount() + "ms\"");
      case ERRORS -> tell(fault, fault.target(), "", "\"errors\":" + fault.amount());
      case PROVIDER_SLOW ->
          tell(fault, "pay", "/provider", "\"latency\":\"" + fault.amount() + "ms\"");
      case PROVIDER_SILENT -> tell(fault, "pay", "/provider", "\"latency\":\"60s\"");
      case DUPLICATES, REORDER -> repeater.repeat(fault);
    }
  }

  void end(Fault fault) {
    switch (fault.kind()) {
      case KILL, TWO_AT_ONCE, BROKER_AWAY, STOP ->
          fault.targets().forEach(name -> shop.process(name).start());
      case PAUSE -> process(fault).resume();
      case SECOND_INSTANCE -> process(fault).kill();
      case CUT, STALL, DELAY, HALF_ANSWERS -> wire(fault).open();
      case SLOW, ERRORS -> calm(fault.target(), "");
      case PROVIDER_SLOW, PROVIDER_SILENT -> calm("pay", "/provider");
      case DUPLICATES, REORDER -> {}
    }
  }

  private Member process(Fault fault) {
    return shop.process(fault.target());
  }

  private void kill(String name) {
    shop.process(name).kill();
  }

  private Wire wire(Fault fault) {
    return shop.wire(Edge.parse(fault.target()));
  }

  private void tell(Fault fault, String service, String target, String what) throws IOException {
    var process = shop.process(service);
    Waiting.until(service + " is there", fault.lasting().dividedBy(2), process::ready);
    String body = "{" + what + ",\"for\":\"" + (fault.lasting().toSeconds() + 1) + "s\"}";
    var answer = client.send(service, "POST", "/actuator/faults" + target, body, Map.of());
    if (answer.status() >= 300) {
      throw new IOException("faults of " + service + " answered " + answer.status());
    }
  }

  /** Who cannot be told has been started again, or calms down by itself. */
  private void calm(String service, String target) {
    try {
      client.send(service, "DELETE", "/actuator/faults" + target, "", Map.of());
    } catch (IOException e) {
      // its time is over anyway
    }
  }

  /** Who is not there although nobody took it away: it ended by itself. */
  List<String> missing() {
    return shop.processes().stream()
        .filter(process -> !process.name().endsWith("-2") && !process.alive())
        .map(Member::name)
        .toList();
  }
}
