package org.loadline.cli;

import picocli.CommandLine.Option;

/** What works the values out. */
final class EngineOption {
  @Option(
      names = "--engine",
      paramLabel = "truffle|reference",
      defaultValue = "truffle",
      description = "What works the values out; both give the same (default: ${DEFAULT-VALUE}).")
  private Engine engine = Engine.TRUFFLE;

  Engine chosen() {
    return engine;
  }
}
