package phoneseller.broken.domain;

/** A port with the network behind it. */
public interface Remote {

  void call();
}
