package org.loadline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a pair of keys. */
@Command(
    name = "keys",
    description = {
      "Make a pair of Ed25519 keys, for signing.",
      "`private.pem` signs, and only you may read it; by `public.pem` others check what it signed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline keys --out council",
      "  loadline certify new.risk --against q4.risk --old old.risk --key council/private.pem --out"
          + " c.json",
      "  loadline verify c.json --key council/public.pem",
    })
final class KeysCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the two files are written; a key that is there is never written over.")
  private Path out = Path.of("");

  KeysCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    Path secret = KeyFiles.make(out);
    top.console()
        .out()
        .println("wrote " + secret + " (keep it to yourself) and public.pem beside it");
    return ExitCode.RESULTS.code();
  }
}
