package phoneseller.local;

import java.nio.file.Path;

/**
 * What a program keeps of one run for its next starts, beside its jar. The JVM ignores an archive
 * that is not of its version, of these jars and of its object layout.
 */
public enum Archive {

  /** The classes, parsed. Cheap to make, and good together with a Java agent. */
  CLASSES("jsa", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="),

  /** The classes, linked, with objects of theirs: half a second less for each start. */
  CACHE("aot", "-XX:AOTCacheOutput=", "-XX:AOTCache=");

  private final String ending;
  private final String making;
  private final String using;

  Archive(String ending, String making, String using) {
    this.ending = ending;
    this.making = making;
    this.using = using;
  }

  Path of(Path program, String name) {
    return program.resolve(name + "." + ending);
  }

  /** The JVM's argument that makes one when it ends. */
  public String making(Path file) {
    return making + file;
  }

  String using(Path file) {
    return using + file;
  }
}
