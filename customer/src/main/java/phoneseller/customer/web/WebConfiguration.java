package phoneseller.customer.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every question about the view may carry a read token. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ReadTokenSettings.class, StreamSettings.class})
class WebConfiguration implements WebMvcConfigurer {

  private final ReadYourWrites readYourWrites;

  WebConfiguration(ReadYourWrites readYourWrites) {
    this.readYourWrites = readYourWrites;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(readYourWrites).addPathPatterns("/customers/**");
  }
}
