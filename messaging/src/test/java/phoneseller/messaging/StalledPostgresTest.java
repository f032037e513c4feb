package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pool as every service has it: from the shared defaults and an address given from outside. */
class StalledPostgresTest {

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
          .withPropertyValues(
              "spring.application.name=test",
              "server.port=0",
              "spring.config.import=classpath:messaging-defaults.yml");

  @Test
  void aStatementThatIsNotAnsweredEnds() {
    try (var database = Database.POSTGRESQL.create()) {
      service
          .withPropertyValues(
              "spring.datasource.url=" + database.getJdbcUrl(),
              "spring.datasource.username=postgres",
              "spring.datasource.hikari.data-source-properties.socketTimeout=1")
          .run(context -> {
            var jdbc = new JdbcTemplate(context.getBean(HikariDataSource.class));
            assertThatThrownBy(() -> jdbc.execute("select pg_sleep(30)"))
                .satisfies(e -> assertThat(PassingCause.of(e)).isTrue());
            assertThat(jdbc.queryForObject("select 1", Integer.class)).isOne();
          });
    }
  }

  @Test
  void aServerThatAcceptsAndSaysNothingIsGivenUp() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      service
          .withPropertyValues(
              "spring.datasource.url=jdbc:postgresql://localhost:" + silent.getLocalPort() + "/x",
              "spring.datasource.hikari.initialization-fail-timeout=-1")
          .run(context -> {
            var pool = context.getBean(HikariDataSource.class);
            assertThat(pool.getDataSourceProperties())
                .containsEntry("socketTimeout", "20")
                .containsEntry("tcpKeepAlive", "true");
            long start = System.nanoTime();
            assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(Duration.ofSeconds(15));
          });
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void everyEngineTakesTheSettings(Database kind) {
    try (var database = kind.create()) {
      service
          .withPropertyValues(
              "spring.datasource.url=" + database.getJdbcUrl(),
              "spring.datasource.username=" + database.getUsername())
          .run(context ->
              assertThat(
                      new JdbcTemplate(context.getBean(HikariDataSource.class))
                          .queryForObject("select count(*) from outbox", Integer.class))
                  .isZero());
    }
  }
}
