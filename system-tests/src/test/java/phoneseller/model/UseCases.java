package phoneseller.model;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** A service's own use cases over ports of the model; their {@code @Transactional} is a commit. */
final class UseCases {

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  UseCases(String service, Session session, Object... ports) {
    MethodInterceptor commits = session::commit;
    context.registerBean(
        DefaultPointcutAdvisor.class,
        () ->
            new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class), commits));
    context.registerBean(
        DefaultAdvisorAutoProxyCreator.class,
        () -> {
          var creator = new DefaultAdvisorAutoProxyCreator();
          creator.setProxyTargetClass(true);
          return creator;
        });
    for (var port : ports) {
      context.getBeanFactory().registerSingleton(port.getClass().getName(), port);
    }
    context.scan("phoneseller." + service + ".application");
    context.refresh();
  }

  <T> T get(Class<T> useCase) {
    return context.getBean(useCase);
  }
}
