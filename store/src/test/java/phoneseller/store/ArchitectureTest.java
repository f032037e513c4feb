package phoneseller.store;

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
    packages = "phoneseller.store",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule domainKnowsJavaAndItselfAlone =
      classes()
          .that()
          .resideInAPackage("..store.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "..store.domain..");

  @ArchTest
  static final ArchRule applicationKnowsTheDomainAndTransactions =
      classes()
          .that()
          .resideInAPackage("..store.application..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "org.jspecify..",
                      "org.springframework.transaction.annotation",
                      "..store.domain..",
                      "..store.application..")
                  .or(type(Service.class)));

  @ArchTest
  static final ArchRule adaptersDoNotKnowEachOther =
      slices().matching("..store.adapter.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule adaptersAreNobodysBusiness =
      classes()
          .that(resideInAPackage("..store.adapter.."))
          .and()
          .haveSimpleNameNotEndingWith("package-info")
          .should()
          .bePackagePrivate();
}
