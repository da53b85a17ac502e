package org.loadline.engine.describe;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.load.LoadedSnapshot;
import org.loadline.engine.lower.Columns;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.SoundRanges;
import org.loadline.engine.plan.Width;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.StepRule;
import org.loadline.model.TableRef;
import org.loadline.model.Type;

/**
 * What a policy says about data that are not there.
 *
 * <p>A column with a step of its own is taken to fit 64 bits. Where the scale shows only when a
 * snapshot is loaded, numbers are exact: nothing is claimed of them.
 */
public final class DeclaredColumns implements Columns {
  private static final BigInteger MANY = BigInteger.valueOf(Integer.MAX_VALUE);

  /** Further than any number reaches. */
  private static final Interval ANY =
      new Interval(BigInteger.ONE.shiftLeft(4096).negate(), BigInteger.ONE.shiftLeft(4096));

  private final Program program;
  private final SoundRanges ranges;
  private final LoadedSnapshot texts;
  private final Map<FactRef, ColumnForm> facts = new HashMap<>();

  /**
   * @param empty holds the rows that the text of the policy has, and no others
   */
  public DeclaredColumns(Program program, ParamValues params, Snapshot empty) {
    this.program = program;
    this.ranges = new SoundRanges(program, params);
    this.texts = new LoadedSnapshot(program, empty);
  }

  /** How the columns of a pass are held. */
  public void add(Map<FactRef, ColumnForm> forms) {
    facts.putAll(forms);
  }

  @Override
  public ColumnForm form(ColumnKey column) {
    return switch (column) {
      case ColumnKey.OfFact(FactRef fact) -> Objects.requireNonNull(facts.get(fact));
      case ColumnKey.OfSoundness soundness -> new ColumnForm.OfPlaces(true, false);
      case ColumnKey.OfField(EntityRef entity, int field, int member) ->
          isWritten(entity)
              ? texts.form(column)
              : form(column, program.entity(entity).fields().get(field));
      case ColumnKey.AsItStands(var field) -> form(field);
      case ColumnKey.OfOffset(var table, EntityRef rows, int of) ->
          isWritten(rows)
              ? texts.form(column)
              : new ColumnForm.OfNumbers(NumberForm.EXACT, false, false);
      case ColumnKey.OfStart(var table, EntityRef rows, int places, int dropped) ->
          isWritten(rows)
              ? texts.form(column)
              : new ColumnForm.OfNumbers(
                  NumberForm.decimal(Width.WIDE, places, Width.WIDE.range()), false, false);
      case ColumnKey.OfSystem(var input) -> form(column, program.input(input));
    };
  }

  private boolean isWritten(EntityRef entity) {
    return program.entity(entity).written();
  }

  private ColumnForm form(ColumnKey column, Field field) {
    boolean none = field.type().isOptional();
    if (Kind.of(field.type().present()) != Kind.NUMBER) {
      return new ColumnForm.OfPlaces(false, none);
    }
    OptionalInt scale = scale(field);
    NumberForm form = scale.isEmpty() ? NumberForm.EXACT : decimal(column, scale.getAsInt());
    boolean unlimited = field.type().present() instanceof Type.Quantity q && q.orUnlimited();
    return new ColumnForm.OfNumbers(form.marked(none, unlimited), false, false);
  }

  /** Of 64 bits, unless both ends are declared and need more. */
  private NumberForm decimal(ColumnKey column, int scale) {
    Interval range = ranges.narrowed(column, scale, ANY);
    boolean open = range.least().equals(ANY.least()) || range.most().equals(ANY.most());
    if (open) {
      Interval narrow = Interval.of(Long.MIN_VALUE, Long.MAX_VALUE);
      return NumberForm.decimal(Width.LONG, scale, ranges.narrowed(column, scale, narrow));
    }
    Width width = Width.of(range);
    return width == Width.EXACT ? NumberForm.EXACT : NumberForm.decimal(width, scale, range);
  }

  private static OptionalInt scale(Field field) {
    boolean whole = field.wholeNumber() || !(field.type().present() instanceof Type.Quantity);
    if (whole) {
      return OptionalInt.of(0);
    }
    return field.step().isPresent() && field.step().get() instanceof StepRule.Fixed fixed
        ? fixed.step().decimalPlaces()
        : OptionalInt.empty();
  }

  @Override
  public BigInteger mostRows(EntityRef entity) {
    return isWritten(entity) ? texts.mostRows(entity) : MANY;
  }

  @Override
  public BigInteger mostChildren(EntityRef child, int field) {
    return MANY;
  }

  @Override
  public boolean childrenFollow(EntityRef child, int field) {
    return false;
  }

  @Override
  public boolean boundsRise(TableRef table) {
    return true;
  }

  @Override
  public OptionalInt rowsPerOwner(TableRef table) {
    return OptionalInt.empty();
  }

  @Override
  public boolean startsBy(TableRef table, Optional<BigInteger> least) {
    return false;
  }
}
