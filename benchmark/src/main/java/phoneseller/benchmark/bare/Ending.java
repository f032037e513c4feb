package phoneseller.benchmark.bare;

/** A yardstick with a broken part measures nothing, so its process ends. */
final class Ending {

  /** Work that goes on until it fails. */
  interface Work {
    void run() throws Exception;
  }

  private Ending() {}

  static void onFailure(Work work) {
    try {
      work.run();
    } catch (Exception e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }
}
