package phoneseller.reward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Service;

@AnalyzeClasses(
    packages = "phoneseller.reward",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule domainKnowsJavaAndItselfAlone =
      classes()
          .that()
          .resideInAPackage("..reward.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "..reward.domain..");

  @ArchTest
  static final ArchRule applicationKnowsTheDomainAndTransactions =
      classes()
          .that()
          .resideInAPackage("..reward.application..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "org.jspecify..",
                      "org.springframework.transaction.annotation",
                      "..reward.domain..",
                      "..reward.application..")
                  .or(type(Service.class)));

  @ArchTest
  static final ArchRule adaptersDoNotKnowEachOther =
      slices().matching("..reward.adapter.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule adaptersAreNobodysBusiness =
      classes()
          .that(resideInAPackage("..reward.adapter.."))
          .and()
          .haveSimpleNameNotEndingWith("package-info")
          .should()
          .bePackagePrivate();
}
