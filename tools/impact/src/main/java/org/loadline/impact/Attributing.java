package org.loadline.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.model.Param;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** Works out how much of each number's change comes from each change of the policy. */
final class Attributing {
  private final Compared compared;
  private final Evaluator evaluator;
  private final Orders orders;
  private final Watch watch;
  private final Map<Set<Taken>, Map<Attributed, Exact>> known = new HashMap<>();
  private int policies;

  Attributing(Compared compared, Evaluator evaluator, Orders orders, Watch watch) {
    this.compared = compared;
    this.evaluator = evaluator;
    this.orders = orders;
    this.watch = watch;
  }

  /** Some players do without one another in no mixture. */
  private static final class Apart extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient BitSet players;

    Apart(BitSet players) {
      super("", null, false, false);
      this.players = players;
    }
  }

  /** Empty if no change can reach any of the numbers. */
  Optional<Attribution> of(List<Attributed> numbers) {
    Players players =
        new Players(
            compared.guards(),
            change -> numbers.stream().anyMatch(n -> n.isReachedBy(change, compared.names())),
            compared.books().areTwo());
    bookless(players);
    while (players.size() > 0) {
      try {
        return Optional.of(attribution(players, numbers));
      } catch (Apart apart) {
        players.join(apart.players);
      }
    }
    return Optional.empty();
  }

  /** Puts together players of which one cannot use its book without the other. */
  private void bookless(Players players) {
    int at = 0;
    while (at < players.size()) {
      BitSet alone = new BitSet();
      alone.set(at);
      if (players.size() == 1 || snapshot(players, alone).isPresent()) {
        at++;
      } else {
        players.join(partner(players, at).orElse(alone));
        at = 0;
      }
    }
  }

  private Optional<BitSet> partner(Players players, int player) {
    for (int other = 0; other < players.size(); other++) {
      BitSet both = new BitSet();
      both.set(player);
      both.set(other);
      if (other != player && snapshot(players, both).isPresent()) {
        return Optional.of(both);
      }
    }
    return Optional.empty();
  }

  /** The book for a mixture; empty if it cannot use it, or does not compile. */
  private Optional<Snapshot> snapshot(Players players, BitSet some) {
    boolean book = players.taken(some).contains(Taken.NewBook.ONLY);
    return players
        .program(some)
        .flatMap(p -> book ? compared.books().now(p) : compared.books().old(p));
  }

  private Attribution attribution(Players players, List<Attributed> numbers) {
    List<BitSet> reaching = new ArrayList<>();
    int most = 0;
    for (Attributed number : numbers) {
      BitSet some = players.reaching(change -> number.isReachedBy(change, compared.names()));
      reaching.add(some);
      most = Math.max(most, some.cardinality());
    }
    boolean drawn = most > orders.mostExact();
    List<List<Integer>> drawnOrders =
        drawn ? Shapley.orders(players.size(), orders.drawn(), orders.seed()) : List.of();
    watch.starts(drawn ? (long) orders.drawn() * players.size() : 1L << most);
    List<Attribution.Player> named = players.named();
    List<Attribution.Parts> parts = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      parts.add(parts(players, named, numbers, reaching, i, drawnOrders));
    }
    Attribution.Method method =
        drawn
            ? new Attribution.Method.DrawnOrders(orders.drawn(), orders.seed(), policies)
            : new Attribution.Method.EveryOrder(policies);
    return new Attribution(method, named, parts);
  }

  private Attribution.Parts parts(
      Players players,
      List<Attribution.Player> named,
      List<Attributed> numbers,
      List<BitSet> reaching,
      int at,
      List<List<Integer>> drawn) {
    Attributed number = numbers.get(at);
    int[] own = reaching.get(at).stream().toArray();
    List<Shapley.Drawn> values =
        drawn.isEmpty()
            ? Shapley.exact(own.length, set -> worth(players, numbers, reaching, at, own, set))
                .stream()
                .map(v -> new Shapley.Drawn(v, Exact.ZERO))
                .toList()
            : Shapley.over(
                within(drawn, own),
                own.length,
                set -> worth(players, numbers, reaching, at, own, set));
    List<Attribution.Part> parts = new ArrayList<>();
    for (int player = 0; player < named.size(); player++) {
      int place = place(own, player);
      Shapley.Drawn value =
          place < 0 ? new Shapley.Drawn(Exact.ZERO, Exact.ZERO) : values.get(place);
      parts.add(
          new Attribution.Part(
              named.get(player).id(),
              value.mean(),
              drawn.isEmpty() ? Optional.empty() : Optional.of(value.error())));
    }
    return new Attribution.Parts(number.name(), number.unit(), number.amount(), parts);
  }

  /** The orders of those players alone, by their places among them. */
  private static List<List<Integer>> within(List<List<Integer>> orders, int[] own) {
    return orders.stream()
        .map(order -> order.stream().map(p -> place(own, p)).filter(p -> p >= 0).toList())
        .toList();
  }

  private static int place(int[] own, int player) {
    for (int i = 0; i < own.length; i++) {
      if (own[i] == player) {
        return i;
      }
    }
    return -1;
  }

  /** What a number is where some of the players that reach it are taken over. */
  private Exact worth(
      Players players,
      List<Attributed> numbers,
      List<BitSet> reaching,
      int at,
      int[] own,
      BitSet set) {
    Attributed number = numbers.get(at);
    if (set.isEmpty()) {
      return number.amount().before();
    }
    if (set.cardinality() == own.length) {
      return number.amount().after();
    }
    BitSet some = new BitSet();
    set.stream().forEach(i -> some.set(own[i]));
    Set<Taken> taken = players.taken(some);
    Map<Attributed, Exact> values = known.getOrDefault(taken, Map.of());
    if (!values.containsKey(number)) {
      List<Attributed> asked = new ArrayList<>();
      for (int i = 0; i < numbers.size(); i++) {
        BitSet beyond = (BitSet) some.clone();
        beyond.andNot(reaching.get(i));
        if (beyond.isEmpty()) {
          asked.add(numbers.get(i));
        }
      }
      values = work(players, some, taken, asked);
      known.put(taken, values);
      policies++;
      watch.worked(policies);
    }
    return Objects.requireNonNull(values.get(number));
  }

  private Map<Attributed, Exact> work(
      Players players, BitSet some, Set<Taken> taken, List<Attributed> asked) {
    Program program = players.program(some).orElseThrow(() -> new Apart(some));
    Snapshot snapshot = snapshot(players, some).orElseThrow(() -> new Apart(some));
    List<Output> outputs = new ArrayList<>();
    for (Attributed number : asked) {
      Output output = number.output(program, compared.names()).orElseThrow(() -> new Apart(some));
      if (!outputs.contains(output)) {
        outputs.add(output);
      }
    }
    Program asking = program.reporting(outputs);
    ParamValues params = params(program, taken);
    Results results = evaluator.evaluate(asking, snapshot, params);
    OneRun run = new OneRun(program, snapshot, params, results);
    Map<OutputColumn, Map<String, Total.Side>> totals = new IdentityHashMap<>();
    Map<Attributed, Exact> values = new HashMap<>();
    for (Attributed number : asked) {
      OutputColumn column =
          results
              .columns()
              .get(outputs.indexOf(number.output(program, compared.names()).orElseThrow()));
      values.put(
          number,
          number.value(
              run,
              column,
              compared,
              c -> totals.computeIfAbsent(c, all -> Totals.of(run, all, Totals.ALL))));
    }
    return values;
  }

  /** Each param as in the new policy if that is taken over, or else as in the old one. */
  private ParamValues params(Program program, Set<Taken> taken) {
    List<Value> values = new ArrayList<>();
    for (Param param : program.params()) {
      String name = param.ref().name();
      String key = "param " + name;
      boolean now =
          taken.contains(new Taken.ParamValue(key, name))
              || taken.contains(new Taken.Whole(key))
              || value(compared.before(), name).isEmpty();
      values.add(value(now ? compared.after() : compared.before(), name).orElse(param.value()));
    }
    return new ParamValues(values);
  }

  private static Optional<Value> value(OneRun run, String param) {
    return run.program().params().stream()
        .filter(p -> p.ref().name().equals(param))
        .findFirst()
        .map(p -> run.params().value(p.ref()));
  }
}
