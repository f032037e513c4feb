package phoneseller.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules for one service, by name.
 *
 * @param root the service's package, as {@code phoneseller.pay}
 */
public record ServiceRules(String root) {

  private static final String[] LANGUAGE = {"java..", "org.jspecify.."};

  /** Checks every rule on the service's main classes; fails with all that break one. */
  public void check() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root);
    rules(classes).values().forEach(rule -> rule.check(classes));
  }

  Map<String, ArchRule> rules(JavaClasses classes) {
    var rules = new LinkedHashMap<String, ArchRule>();
    rules.put("domain is pure", domainIsPure());
    rules.put("application knows the domain", applicationKnowsTheDomain());
    rules.put("adapters are private", adaptersArePrivate());
    rules.put("adapters are strangers", adaptersAreStrangers());
    rules.put("services share little", servicesShareLittle());
    rules.put(
        "no call in a transaction", NetworkPorts.of(classes, root).areNotCalledInTransactions());
    rules.put("time enters as a parameter", timeEntersAsParameter());
    return rules;
  }

  private ArchRule domainIsPure() {
    return classes()
        .that()
        .resideInAPackage(root + ".domain..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(LANGUAGE).or(resideInAPackage(root + ".domain..")))
        .because("the domain imports java, JSpecify and itself");
  }

  private ArchRule applicationKnowsTheDomain() {
    return classes()
        .that()
        .resideInAPackage(root + ".application..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(LANGUAGE)
                .or(resideInAnyPackage(root + ".domain..", root + ".application.."))
                .or(
                    resideInAnyPackage(
                        "org.springframework.stereotype",
                        "org.springframework.transaction.annotation")))
        .because("a use case imports the domain, @Service and @Transactional");
  }

  private ArchRule adaptersArePrivate() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".adapter..")
        .and()
        .areTopLevelClasses()
        .should()
        .bePublic()
        .because("nobody inside may lean on an adapter");
  }

  private ArchRule adaptersAreStrangers() {
    return slices()
        .matching(root + ".adapter.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .because("adapters point inward, never at each other");
  }

  private ArchRule servicesShareLittle() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("phoneseller..")
                .and(
                    not(
                        resideInAnyPackage(
                            root + "..",
                            "phoneseller.contracts..",
                            "phoneseller.messaging..",
                            "phoneseller.http..",
                            "phoneseller.identity.."))))
        .because("services share contracts, messaging, http and identity, nothing else");
  }

  private ArchRule timeEntersAsParameter() {
    var pure = noClasses().that().resideInAnyPackage(root + ".domain..", root + ".application..");
    return pure.should(new AskTheClockOrTheDice())
        .because("time and randomness enter as parameters");
  }
}
