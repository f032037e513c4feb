package phoneseller.identity;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;

/** Keeps the caller, who is no parameter, out of the published API. */
@AutoConfiguration
@ConditionalOnClass(SpringDocUtils.class)
class PublishedApiConfiguration {

  PublishedApiConfiguration() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }
}
