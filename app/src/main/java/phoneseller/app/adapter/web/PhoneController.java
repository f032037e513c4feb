package phoneseller.app.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import phoneseller.app.domain.Catalogue;
import phoneseller.app.domain.PhoneId;
import phoneseller.http.HalPage;
import phoneseller.http.PageQuery;

/** The catalogue, for everybody to look at. */
@RestController
@RequestMapping(
    path = "/phones",
    produces = {"application/hal+json", "application/json"})
class PhoneController {

  private final Catalogue catalogue;

  PhoneController(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Operation(
      summary = "The phones that are sold, by id",
      description = "An order whose item is a phone's name or stockKeepingName has its price.")
  @GetMapping
  HalPage<PhoneRepresentation> phones(
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String size) {
    var query = PageQuery.of(page, size, null, Set.of());
    var phones = catalogue.page(query.offset(), query.size());
    return HalPage.of(
        "phones", phones.stream().map(PhoneRepresentation::of).toList(), query, catalogue.count());
  }

  @GetMapping("/{id}")
  PhoneRepresentation phone(@PathVariable long id) {
    return catalogue
        .find(new PhoneId(id))
        .map(PhoneRepresentation::of)
        .orElseThrow(() -> new UnknownPhone(id));
  }
}
