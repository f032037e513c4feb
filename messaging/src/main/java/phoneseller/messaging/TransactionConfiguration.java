package phoneseller.messaging;

import java.time.Duration;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What a service's transactions promise: who lost a race tries again, and calls share a commit. */
@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {

  /** The pool's patience, too. */
  private static final Duration AS_FOR_A_CONNECTION = Duration.ofSeconds(3);

  /** Between two commits that calls share; more of them share the second then. */
  private static final Gathering A_MOMENT =
      new Gathering(Duration.ofMillis(1), Duration.ofMillis(10));

  @Bean
  CommitsUnderWay commitsUnderWay() {
    return new CommitsUnderWay();
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource database, CommitsUnderWay commits) {
    return new HonestCommits(database, commits);
  }

  /** A use case that lost a race against another writer of its rows is repeated from its start. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor racesAreRepeated() {
    var advisor =
        new DefaultPointcutAdvisor(
            AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class),
            (MethodInterceptor) Race::repeat);
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  /** Within the repetition, around the transaction. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor callsShareACommit(ObjectProvider<PlatformTransactionManager> transactions) {
    var advisor =
        new DefaultPointcutAdvisor(
            new GroupedMethods(),
            new GroupCommit(
                () -> new TransactionTemplate(transactions.getObject()),
                AS_FOR_A_CONNECTION,
                A_MOMENT));
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return advisor;
  }

  @Bean
  RestClientCustomizer callsOutsideTransactions() {
    return client -> client.requestInterceptor(new NoCallInTransaction());
  }
}
