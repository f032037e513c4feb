package phoneseller.verify;

import java.io.PrintStream;
import java.util.List;

/** Verifies a shop and says what is broken: ends with 0 when nothing is, 1 otherwise, 2 unseen. */
public final class VerifyCommand {

  private VerifyCommand() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      var options = Options.of(arguments);
      if (options.help()) {
        out.print(Options.HELP);
        return 0;
      }
      var report = new Verification(options.shop(), options.settings()).run();
      out.print(
          options.json()
              ? Print.json(report)
              : Print.table(report, options.most(), options.unseen()));
      return report.holds() ? 0 : 1;
    } catch (CannotVerify e) {
      err.println("cannot verify: " + e.getMessage());
      return 2;
    }
  }
}
