package phoneseller.broken.application;

import org.springframework.transaction.annotation.Transactional;
import phoneseller.broken.domain.Remote;

/** Breaks "no call in a transaction". */
public class CallingInTransaction {

  @Transactional
  public void work(Remote remote) {
    remote.call();
  }
}
