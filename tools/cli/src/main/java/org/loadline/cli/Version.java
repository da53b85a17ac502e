package org.loadline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that this build was given, and the Java that runs it. */
final class Version implements IVersionProvider {
  private final LoadlineCommand top;

  Version(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public String[] getVersion() {
    List<String> lines = new ArrayList<>(List.of("loadline " + ofBuild()));
    lines.add("Java " + Runtime.version() + ", " + System.getProperty("java.vm.name"));
    if (top.isVerbose()) {
      lines.add("Engine " + Engine.TRUFFLE.evaluator(1).name());
    }
    return lines.toArray(String[]::new);
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
