package phoneseller.gateway;

import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CompositeFilter;
import phoneseller.gateway.pages.Pages;
import phoneseller.gateway.session.SessionFilter;

/** What a request passes, in this order, before it takes a place among those in flight. */
@Configuration(proxyBeanMethods = false)
class Entrance {

  @Bean
  FilterRegistrationBean<CompositeFilter> entranceFilter(Pages pages, SessionFilter session) {
    var filter = new CompositeFilter();
    filter.setFilters(List.<Filter>of(pages::pass, session::pass));
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
    return registration;
  }
}
