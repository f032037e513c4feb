package phoneseller.app.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import phoneseller.app.InMemoryCatalogue;
import phoneseller.app.domain.Catalogue;
import phoneseller.app.domain.Phone;
import phoneseller.testing.TestDatabase;

class CatalogueTest {

  @Nested
  class InMemory extends CatalogueContract {
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();

    InMemory() {
      catalogue.sell(List.of(NOTE, DECLINED));
    }

    @Override
    Catalogue catalogue() {
      return catalogue;
    }
  }

  @Nested
  class OnH2 extends OnDatabase {
    OnH2() {
      super(TestDatabase.H2);
    }
  }

  @Nested
  class OnHsqldb extends OnDatabase {
    OnHsqldb() {
      super(TestDatabase.HSQLDB);
    }
  }

  @Nested
  class OnPostgresql extends OnDatabase {
    OnPostgresql() {
      super(TestDatabase.POSTGRESQL);
    }
  }

  /** As the migration leaves it. */
  abstract static class OnDatabase extends CatalogueContract {
    private final DataSource source;

    OnDatabase(TestDatabase database) {
      source = database.migrated();
    }

    @Override
    Catalogue catalogue() {
      return catalogue(true);
    }

    @Test
    void aShopThatShowsNoDemoPhonesSellsNone() {
      var catalogue = catalogue(false);

      assertThat(catalogue.count()).isEqualTo(8);
      assertThat(catalogue.page(0, 20)).hasSize(8).noneMatch(Phone::demo);
      assertThat(catalogue.find(DECLINED.id())).isEmpty();
      assertThat(catalogue.named("Demo 402")).isEmpty();
      assertThat(catalogue.named("DEMO-402")).isEmpty();
    }

    @Test
    void theNamesAreEachOfOnePhoneAndNoneHoldsAChoice() {
      var phones = catalogue(true).page(0, 100);

      assertThat(phones)
          .flatExtracting(phone -> Stream.of(phone.name(), phone.stockKeepingName()).toList())
          .doesNotHaveDuplicates()
          .noneMatch(name -> name.contains("/"));
      assertThat(phones.stream().filter(Phone::demo).map(phone -> phone.unitPrice().amount()))
          .containsExactly(402L, 408L, 504L);
      assertThat(phones.stream().filter(phone -> !phone.demo()))
          .allMatch(phone -> !phone.options().isEmpty());
    }

    private Catalogue catalogue(boolean demo) {
      return new JdbcCatalogue(JdbcClient.create(source), demo);
    }
  }
}
