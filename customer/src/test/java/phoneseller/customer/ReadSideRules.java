package phoneseller.customer;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;

/** Events fill tables, and the web reads them: neither half knows the other. */
record ReadSideRules(String root) {

  Map<String, ArchRule> byName() {
    return Map.of(
        "the web knows tables, not who fills them", webIsApart(),
        "the projection knows nothing of the web", projectionIsApart(),
        "both are private", bothArePrivate(),
        "services share little", servicesShareLittle());
  }

  private ArchRule webIsApart() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            root + ".projection..", "phoneseller.contracts..", "phoneseller.messaging..");
  }

  private ArchRule projectionIsApart() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".projection..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".web..", "phoneseller.http..", "org.springframework.web..");
  }

  private ArchRule bothArePrivate() {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".projection..", root + ".web..")
        .and()
        .areTopLevelClasses()
        .should()
        .bePublic();
  }

  private ArchRule servicesShareLittle() {
    var shared =
        resideInAnyPackage(
            root + "..",
            "phoneseller.contracts..",
            "phoneseller.messaging..",
            "phoneseller.http..",
            "phoneseller.identity..");
    return noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("phoneseller..").and(not(shared)));
  }
}
