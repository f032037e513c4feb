package phoneseller.customer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "phoneseller.customer", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theWebKnowsTheTablesAndNotWhoFillsThem =
      noClasses()
          .that()
          .resideInAPackage("..customer.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..customer.projection..", "..contracts..", "..messaging..");

  @ArchTest
  static final ArchRule theProjectionKnowsNothingOfTheWeb =
      noClasses()
          .that()
          .resideInAPackage("..customer.projection..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..customer.web..", "..http..", "org.springframework.web..");

  @ArchTest
  static final ArchRule servicesShareTheContractsAndTheDeliveryAndNothingElse =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "phoneseller.app..",
              "phoneseller.pay..",
              "phoneseller.store..",
              "phoneseller.reward..",
              "phoneseller.gateway..");

  @ArchTest
  static final ArchRule nothingIsPublic =
      classes()
          .that()
          .resideInAnyPackage("..customer.projection..", "..customer.web..")
          .should()
          .notBePublic();
}
