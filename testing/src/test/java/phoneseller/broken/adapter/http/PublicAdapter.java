package phoneseller.broken.adapter.http;

import phoneseller.broken.domain.Remote;

/** Breaks "adapters are private". */
public class PublicAdapter implements Remote {

  @Override
  public void call() {}
}
