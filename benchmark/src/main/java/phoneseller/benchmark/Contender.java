package phoneseller.benchmark;

import java.util.List;
import phoneseller.chaos.Member;

/** What is measured: it takes orders at its gateway, and its view says when one is complete. */
interface Contender extends AutoCloseable {

  String name();

  List<Member> processes();

  default int gateway() {
    return processes().stream()
        .filter(process -> process.name().equals("gateway"))
        .findFirst()
        .orElseThrow()
        .port();
  }

  @Override
  void close();
}
