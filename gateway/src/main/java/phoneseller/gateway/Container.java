package phoneseller.gateway;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has Tomcat refuse in the shop's own words. */
@Configuration(proxyBeanMethods = false)
class Container {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalReport() {
    return tomcat ->
        tomcat.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(RefusalReport.class.getName());
          }
        });
  }
}
