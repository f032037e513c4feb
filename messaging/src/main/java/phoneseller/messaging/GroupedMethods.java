package phoneseller.messaging;

import java.lang.reflect.Method;
import java.util.List;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.annotation.Transactional;

/** The methods whose transaction bears the label of {@link GroupCommit}. */
final class GroupedMethods extends StaticMethodMatcherPointcut {

  @Override
  public boolean matches(Method method, Class<?> targetClass) {
    var transactional =
        AnnotatedElementUtils.findMergedAnnotation(
            AopUtils.getMostSpecificMethod(method, targetClass), Transactional.class);
    return transactional != null && List.of(transactional.label()).contains(GroupCommit.LABEL);
  }
}
