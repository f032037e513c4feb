package phoneseller.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class SettingReportTest {

  @ConfigurationProperties("shop")
  record Settings(@DefaultValue("1") int most, @DefaultValue("1s") Duration pause) {
    Settings {
      if (most < 1) {
        throw new IllegalArgumentException("shop.most is at least 1");
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(Settings.class)
  static class Service {}

  @Configuration(proxyBeanMethods = false)
  static class Needy {
    @Bean
    String secret() {
      throw new MissingSetting("shop.secret is missing");
    }
  }

  @Test
  void whatCannotBeDoneWithoutIsNamedInOneLine(CapturedOutput output) {
    assertThatThrownBy(() -> start(Needy.class)).isInstanceOf(RuntimeException.class);

    assertThat(lines(output)).containsExactly("phoneseller: shop.secret is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.most=many, shop.most: ",
    "shop.pause=long, shop.pause: ",
    "shop.most=0, shop: shop.most is at least 1"
  })
  void aSettingThatIsWrongOrMissingIsNamedInOneLine(
      String setting, String words, CapturedOutput output) {
    assertThatThrownBy(() -> start(Service.class, "--" + setting))
        .isInstanceOf(RuntimeException.class);

    assertThat(lines(output))
        .singleElement()
        .asString()
        .startsWith("phoneseller: " + words.strip());
  }

  private static void start(Class<?> service, String... settings) {
    new SpringApplicationBuilder(service)
        .web(WebApplicationType.NONE)
        .properties("spring.main.banner-mode=off", "logging.level.root=off")
        .run(settings);
  }

  private static List<String> lines(CapturedOutput output) {
    return output.toString().lines().toList();
  }
}
