package phoneseller.broken.application;

import org.springframework.transaction.support.TransactionTemplate;

/** Breaks "application knows the domain". */
public class WideApplication {

  TransactionTemplate template = new TransactionTemplate();
}
