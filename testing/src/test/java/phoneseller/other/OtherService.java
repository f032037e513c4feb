package phoneseller.other;

/** A part of another service. */
public class OtherService {}
