package phoneseller.http;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A HAL link; it carries the host and port that the client used. */
public record Link(String href) {

  /** To a path of this service, as the client of the current request reaches it. */
  public static Link to(String path) {
    return new Link(
        ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUriString());
  }
}
