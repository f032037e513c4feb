package phoneseller.app.domain;

/** The same words in both languages of the shop. */
public record Wording(String ko, String en) {}
