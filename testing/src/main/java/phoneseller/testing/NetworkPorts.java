package phoneseller.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ports behind which the network lies: those that an adapter for HTTP or a provider implements.
 */
record NetworkPorts(Set<String> names) {

  static NetworkPorts of(JavaClasses classes, String root) {
    return new NetworkPorts(
        classes.stream()
            .filter(c ->
                c.getPackageName().startsWith(root + ".adapter.http")
                    || c.getPackageName().startsWith(root + ".adapter.provider"))
            .flatMap(c -> c.getRawInterfaces().stream())
            .map(JavaClass::getName)
            .filter(name -> name.startsWith(root))
            .collect(Collectors.toSet()));
  }

  ArchRule areNotCalledInTransactions() {
    return noClasses()
        .that(haveATransaction())
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "have the network behind them", c -> names.contains(c.getName())))
        .allowEmptyShould(true)
        .because("no network call is made inside a transaction");
  }

  private static DescribedPredicate<JavaClass> haveATransaction() {
    return DescribedPredicate.describe(
        "have a transaction",
        c ->
            c.isAnnotatedWith(Transactional.class)
                || c.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Transactional.class)));
  }
}
