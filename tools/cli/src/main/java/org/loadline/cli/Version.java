package org.loadline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that this build was given, and the Java that runs it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"loadline " + ofBuild(), "Java " + Runtime.version()};
  }

  static String ofBuild() {
    var build = new Properties();
    try (var resource = Version.class.getResourceAsStream("build.properties")) {
      build.load(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("version");
  }
}
