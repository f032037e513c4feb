package phoneseller.app.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import phoneseller.app.domain.Catalogue;
import phoneseller.app.domain.Phone;
import phoneseller.app.domain.PhoneId;
import phoneseller.app.domain.PhoneOption;
import phoneseller.app.domain.Won;
import phoneseller.app.domain.Wording;

/** What the APP expects of its catalogue, wherever it is kept. */
abstract class CatalogueContract {

  static final Phone NOTE =
      new Phone(
          new PhoneId(1),
          "GX Note99",
          "GX-NOTE99",
          "GX",
          new Won(495_000),
          List.of(
              new PhoneOption(
                  new Wording("색상", "Colour"),
                  List.of(
                      new PhoneOption.Value("black", new Wording("검정", "Black")),
                      new PhoneOption.Value("silver", new Wording("은색", "Silver")),
                      new PhoneOption.Value("blue", new Wording("파랑", "Blue")))),
              new PhoneOption(
                  new Wording("저장 용량", "Storage"),
                  List.of(
                      new PhoneOption.Value("256", new Wording("256 GB", "256 GB")),
                      new PhoneOption.Value("512", new Wording("512 GB", "512 GB"))))),
          new Wording(
              "넓은 화면과 펜으로 하루 종일 적고 그리는 폰.",
              "A wide screen and a pen, for writing and drawing all day."),
          "gx-note99",
          false);
  static final Phone DECLINED =
      new Phone(
          new PhoneId(9),
          "Demo 402",
          "DEMO-402",
          "Demo",
          new Won(402),
          List.of(),
          new Wording("연습용: 한 대를 주문하면 결제가 거절됩니다.", "For trying: the payment of one is declined."),
          "demo",
          true);

  /** With the phones above in it, or more. */
  abstract Catalogue catalogue();

  @Test
  void aPhoneIsFoundByItsIdAndByEitherOfItsNames() {
    assertThat(catalogue().find(NOTE.id())).contains(NOTE);
    assertThat(catalogue().named("GX Note99")).contains(NOTE);
    assertThat(catalogue().named("GX-NOTE99")).contains(NOTE);
    assertThat(catalogue().named("DEMO-402")).contains(DECLINED);
  }

  @Test
  void whatIsNotSoldIsNotFound() {
    assertThat(catalogue().find(new PhoneId(999))).isEmpty();
    assertThat(catalogue().find(new PhoneId(0))).isEmpty();
    assertThat(catalogue().named("gx note99")).isEmpty();
    assertThat(catalogue().named("' or 1 = 1")).isEmpty();
    assertThat(catalogue().named("")).isEmpty();
  }

  @Test
  void pagesFollowTheIds() {
    int all = (int) catalogue().count();
    var phones = catalogue().page(0, all + 5);

    assertThat(phones).hasSize(all).contains(NOTE, DECLINED).doesNotHaveDuplicates();
    assertThat(phones).isSortedAccordingTo((a, b) -> Long.compare(a.id().value(), b.id().value()));
    assertThat(catalogue().page(1, all)).isEqualTo(phones.subList(1, all));
    assertThat(catalogue().page(0, 1)).isEqualTo(phones.subList(0, 1));
    assertThat(catalogue().page(all, 1)).isEmpty();
  }
}
