package phoneseller.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Somebody who can sign in. */
record Account(String name, String role, String password) {

  /** In a time that does not tell how much of it was right. */
  boolean hasPassword(String said) {
    return MessageDigest.isEqual(bytes(password), bytes(said));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name + " (" + role + ")";
  }
}
