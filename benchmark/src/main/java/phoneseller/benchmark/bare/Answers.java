package phoneseller.benchmark.bare;

import phoneseller.benchmark.http.Message;

final class Answers {

  static final Message EMPTY = Message.answer(200, "", "{}");

  private Answers() {}
}
