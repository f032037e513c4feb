package phoneseller.deploy;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the fields that Kubernetes does not know; its model keeps them aside. */
final class Unknown {

  private static final String MODEL = "io.fabric8.kubernetes.api.model";

  private final List<String> found = new ArrayList<>();

  private Unknown() {}

  static List<String> fields(Object resource) {
    var unknown = new Unknown();
    unknown.look(resource, resource.getClass().getSimpleName());
    return unknown.found;
  }

  private void look(@Nullable Object value, String where) {
    if (value instanceof List<?> list) {
      list.forEach(each -> look(each, where + "[]"));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(each -> look(each, where + "{}"));
    } else if (value != null && value.getClass().getName().startsWith(MODEL)) {
      lookIn(value, where);
    }
  }

  private void lookIn(Object value, String where) {
    for (var method : value.getClass().getMethods()) {
      if (!method.getName().startsWith("get") || method.getParameterCount() > 0) {
        continue;
      }
      try {
        var got = method.invoke(value);
        if (method.getName().equals("getAdditionalProperties")) {
          ((Map<?, ?>) got).keySet().forEach(field -> found.add(where + "." + field));
        } else {
          look(got, where + "." + method.getName().substring(3));
        }
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
