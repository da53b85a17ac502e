package org.loadline.bound;

import java.util.Optional;
import org.loadline.model.Field;
import org.loadline.model.StepRule;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Bucket;
import org.loadline.syntax.Member;
import org.loadline.values.Exact;

/** Reads what a waterfall may do with an input: {@code holds}, {@code owes}, {@code floor …}. */
final class BucketReader {
  private final ConstantFolder folder;
  private final DiagnosticSink sink;

  BucketReader(ConstantFolder folder, DiagnosticSink sink) {
    this.folder = folder;
    this.sink = sink;
  }

  /** Empty for what no entry can move: without a step, or where a value may be missing. */
  Optional<org.loadline.model.Bucket> read(FieldDraft draft, Optional<StepRule> step) {
    Optional<Bucket> said = draft.line().flatMap(Member.Input::bucket);
    boolean stepSaid = draft.line().flatMap(Member.Input::step).isPresent();
    boolean amount = draft.knownType() instanceof Type.Quantity q && !q.orUnlimited();
    if (said.isPresent() && draft.type().isPresent() && !(stepSaid && amount)) {
      new Saying(
              sink,
              stepSaid ? BucketProblem.MAY_BE_MISSING : BucketProblem.NO_STEP,
              said.get().span())
          .with("name", draft.name())
          .send();
      return Optional.empty();
    }
    if (draft.role() != Field.Role.INPUT || step.isEmpty() || !amount) {
      return Optional.empty();
    }
    return Optional.of(
        new org.loadline.model.Bucket(
            said.map(b -> floor(b, draft, step.get())).orElse(Optional.of(Exact.ZERO)),
            said.flatMap(Bucket::side).map(BucketReader::side)));
  }

  private static org.loadline.model.Bucket.Side side(Bucket.Side side) {
    return switch (side) {
      case HOLDS -> org.loadline.model.Bucket.Side.HOLDS;
      case OWES -> org.loadline.model.Bucket.Side.OWES;
    };
  }

  private Optional<Exact> floor(Bucket bucket, FieldDraft draft, StepRule step) {
    if (bucket.floor().isEmpty()) {
      return Optional.of(Exact.ZERO);
    }
    return switch (bucket.floor().get()) {
      case Bucket.Floor.Open open -> Optional.empty();
      case Bucket.Floor.At at -> {
        Optional<Exact> lowest = folder.fold(at.lowest(), draft.knownType()).map(Constant::exact);
        boolean off =
            lowest.isPresent()
                && step instanceof StepRule.Fixed fixed
                && !lowest.get().dividedBy(fixed.step()).isWhole();
        if (off) {
          new Saying(sink, BucketProblem.FLOOR_OFF_STEP, at.span())
              .with("floor", Excerpt.of(at.span()))
              .with("name", draft.name())
              .send();
        }
        yield lowest;
      }
    };
  }
}
