package org.loadline.check;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.loadline.bound.BuiltinUnit;
import org.loadline.bound.WrittenNumbers;
import org.loadline.core.CaseBinding.Scale;
import org.loadline.core.CaseBinding.Size;
import org.loadline.source.Span;
import org.loadline.syntax.CaseItem;
import org.loadline.syntax.Decimal;
import org.loadline.syntax.Name;
import org.loadline.values.Exact;

/** How the numbers of cases are written: what one of them is, by its name or by what is said. */
final class CaseScales {
  private static final int MOST_PLACES = 512;

  private final Complaints complaints;

  CaseScales(Complaints complaints) {
    this.complaints = complaints;
  }

  /** Adds what a suffix of a name says of its numbers. */
  void suffix(CaseItem.Suffix suffix, Map<String, Scale> suffixes) {
    Optional<Scale> scale =
        suffix.unit().isEmpty()
            ? places(suffix.number(), suffix.span()).map(one -> new Scale(one, false))
            : unit(suffix.unit().get())
                .map(
                    u -> new Scale(u.one().times(WrittenNumbers.exact(suffix.number())), u.time()));
    scale.ifPresent(
        s -> {
          if (suffixes.putIfAbsent(suffix.name().text(), s) != null) {
            complaints.say(CaseProblem.SUFFIX_TWICE, suffix.span(), "name", suffix.name().text());
          }
        });
  }

  private Optional<Exact> places(Decimal written, Span span) {
    BigDecimal number = written.number();
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (!whole || number.abs().compareTo(BigDecimal.valueOf(MOST_PLACES)) > 0) {
      complaints.say(CaseProblem.NOT_PLACES, span, "most", String.valueOf(MOST_PLACES));
      return Optional.empty();
    }
    return Optional.of(Exact.of(BigDecimal.ONE.movePointLeft(number.intValueExact())));
  }

  private Optional<Scale> unit(Name unit) {
    Optional<BuiltinUnit> known = BuiltinUnit.of(unit.text());
    if (known.isEmpty()) {
      complaints.say(CaseProblem.NO_WORD_OF_SCALES, unit.span(), "unit", unit.text());
    }
    return known.map(u -> new Scale(u.size(), u.isTime()));
  }

  /** What one of a number is, as a line says. */
  Optional<Size> size(Optional<CaseItem.Scale> scale) {
    return scale.flatMap(
        written ->
            switch (written) {
              case CaseItem.Scale.Places(var places, var span) ->
                  places(places, span).map(one -> new Size.Fixed(new Scale(one, false)));
              case CaseItem.Scale.PlacesAt(var path, var negative, var span) ->
                  CasePaths.one(path, complaints)
                      .map(p -> new Size.PlacesAt(CasePaths.plain(p), negative));
              case CaseItem.Scale.In(var name, var span) -> unit(name).map(Size.Fixed::new);
            });
  }

  /** Whether the greatest number of a document stands for no limit. */
  boolean isMaximum(CaseItem.Maximum line) {
    boolean said =
        line.subject().text().equals("maximum") && line.value().text().equals("unlimited");
    if (!said) {
      complaints.say(CaseProblem.ONLY_MAXIMUM, line.span());
    }
    return said;
  }
}
