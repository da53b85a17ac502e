package org.loadline.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.DeclaredState;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.values.DateText;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.InstantText;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.NumberText;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Values of states as texts, and back: members by name, numbers in full, moments in UTC. */
final class StateValues {
  private static final String UNLIMITED = "unlimited";

  private final Program program;
  private final Map<String, List<DeclaredState>> states = new HashMap<>();

  StateValues(Program program) {
    this.program = program;
    for (DeclaredState state : DeclaredState.of(program)) {
      String entity = state.owner().map(EntityRef::name).orElse("");
      states.computeIfAbsent(entity, e -> new ArrayList<>()).add(state);
    }
  }

  /** The states of an entity, or of the whole. */
  List<DeclaredState> of(String entity) {
    return states.getOrDefault(entity, List.of());
  }

  String text(String entity, String state, Value value) {
    Type type =
        of(entity).stream()
            .filter(s -> s.name().equals(state))
            .map(DeclaredState::type)
            .findFirst()
            .orElse(Type.NUMBER);
    return switch (value) {
      case Exact number when type instanceof Type.Instant -> InstantText.format(number);
      case Exact number when type instanceof Type.Date -> DateText.format(number);
      case Exact number -> NumberText.format(number);
      case Text text -> text.value();
      case Flag flag -> flag.toString();
      case None none -> none.toString();
      case Unlimited unlimited -> UNLIMITED;
      case Member member when type instanceof Type.OfChoice(var choice) ->
          program.choice(choice).members().get(member.ordinal());
      case Member member -> String.valueOf(member.ordinal());
      case RowNumber row -> String.valueOf(row.index());
    };
  }

  Optional<Value> value(DeclaredState state, String text) {
    return switch (state.type()) {
      case Type.Quantity quantity ->
          text.equals(UNLIMITED) && quantity.orUnlimited()
              ? Optional.of(Unlimited.INSTANCE)
              : NumberText.parse(text).value().map(number -> number);
      case Type.Flag flag ->
          switch (text) {
            case "true" -> Optional.of(Flag.TRUE);
            case "false" -> Optional.of(Flag.FALSE);
            default -> Optional.empty();
          };
      case Type.Text words -> Optional.of(new Text(text));
      case Type.Date date -> DateText.parse(text).value().map(day -> day);
      case Type.Instant instant -> InstantText.parse(text).value().map(moment -> moment);
      case Type.OfChoice(var choice) ->
          Optional.of(program.choice(choice).members().indexOf(text))
              .filter(at -> at >= 0)
              .map(Member::new);
      case Type.RowOf row -> Optional.empty();
      case Type.Nothing nothing -> Optional.empty();
      case Type.OrNone optional -> Optional.empty();
    };
  }
}
