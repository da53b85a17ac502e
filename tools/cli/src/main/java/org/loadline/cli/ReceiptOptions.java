package org.loadline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import org.loadline.data.Results;
import org.loadline.evidence.Receipt;
import org.loadline.evidence.Signed;
import picocli.CommandLine.Option;

/** The options that ask for a receipt of a run. */
final class ReceiptOptions {
  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description = "Write hashes of the policy, the snapshot and the results: see verify.")
  private Optional<Path> receipt = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "KEYFILE",
      description = "Sign the receipt with this private key (PEM); `public.pem` is beside it.")
  private Optional<Path> key = Optional.empty();

  /** Refuses what cannot be; before anything is run. */
  void check(boolean state) {
    if (receipt.isEmpty() && key.isPresent()) {
      throw Refusal.misuse(EvidenceUse.NOTHING_TO_SIGN);
    }
    if (receipt.isPresent() && state) {
      throw Refusal.misuse(EvidenceUse.STATE_AND_RECEIPT);
    }
  }

  /** Writes the receipt, if one is asked for; says whether it did. */
  boolean write(PolicyRun.Ready ready, Results own, LoadlineCommand top) {
    if (receipt.isEmpty()) {
      return false;
    }
    Path file = receipt.get();
    ObjectNode document = Receipt.of(Version.ofBuild(), ready.policy(), own).document();
    ObjectNode whole = key.map(path -> Signed.sign(document, KeyFiles.pair(path))).orElse(document);
    EvidenceFile.write(file, whole);
    top.console().err().println("wrote " + file + (key.isPresent() ? ", signed" : ", not signed"));
    return true;
  }
}
