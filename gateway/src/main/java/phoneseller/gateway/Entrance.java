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
  FilterRegistrationBean<CompositeFilter> entranceFilter(
      RateLimits rates, Pages pages, SessionFilter session, Streams streams, WholeBody bodies) {
    var filter = new CompositeFilter();
    filter.setFilters(
        List.<Filter>of(
            rates::byAddress,
            pages::pass,
            session::pass,
            rates::byPerson,
            streams::pass,
            bodies::pass));
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
    return registration;
  }
}
