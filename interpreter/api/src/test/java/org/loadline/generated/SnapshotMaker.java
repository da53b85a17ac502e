package org.loadline.generated;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loadline.generated.Column.Values;
import org.loadline.generated.MadeSnapshot.Content;
import org.loadline.generated.MadeSnapshot.Put;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;

/** Makes snapshots of one mood each: empty, ordinary, full of ties, extreme, broken. */
final class SnapshotMaker {
  private static final List<String> WORDS =
      List.of("BTC", "ETH", "alice", "bob", "x y", "\u00E9", "Z", "a", "10", "9");

  private enum Mood {
    EMPTY,
    ORDINARY,
    TIES,
    EXTREME,
    BROKEN,
    MANY
  }

  private final World world;
  private final Draw draw;
  private final Mood mood;
  private final int moment;
  private final Map<String, List<MadeSnapshot.Row>> rows = new LinkedHashMap<>();

  private SnapshotMaker(World world, Draw draw, Mood mood) {
    this.world = world;
    this.draw = draw;
    this.mood = mood;
    this.moment = draw.between(1_770_000_000, 1_800_000_000);
  }

  static List<String> words() {
    return WORDS;
  }

  static String word(Draw draw) {
    return draw.of(WORDS);
  }

  /** Snapshots of different moods, the ordinary ones most often. */
  static List<MadeSnapshot> make(World world, Draw draw, int count) {
    List<MadeSnapshot> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Mood mood =
          draw.of(
              Mood.ORDINARY,
              Mood.ORDINARY,
              Mood.TIES,
              Mood.EXTREME,
              Mood.BROKEN,
              draw.of(Mood.EMPTY, Mood.TIES, Mood.MANY));
      made.add(new SnapshotMaker(world, draw.split(), mood).all());
    }
    return made;
  }

  private MadeSnapshot all() {
    for (Sheet sheet : world.sheets) {
      if (sheet.isGiven()) {
        List<MadeSnapshot.Row> made = sheet(sheet);
        rows.put(sheet.name(), made);
        sheet.histories.forEach(
            h -> rows.put(sheet.name() + "." + h.name(), points(h, sheet.name(), made.size())));
      }
    }
    world.histories.forEach(h -> rows.put(MadeSnapshot.SYSTEM + "." + h.name(), points(h, "", 1)));
    if (!world.system.isEmpty()) {
      List<Put> cells = new ArrayList<>();
      world.system.forEach(c -> cell(c, 0, cells));
      rows.put(MadeSnapshot.SYSTEM, List.of(new MadeSnapshot.Row(cells)));
    }
    MadeSnapshot.Params params =
        draw.chance(70)
            ? MadeSnapshot.Params.WRITTEN
            : draw.of(MadeSnapshot.Params.ZERO, MadeSnapshot.Params.NEGATED);
    return new MadeSnapshot(rows, params);
  }

  private List<MadeSnapshot.Row> sheet(Sheet sheet) {
    int wanted =
        switch (mood) {
          case EMPTY -> draw.below(2);
          case MANY -> draw.between(10, 25);
          default -> draw.between(0, sheet.links.isEmpty() ? 4 : 7);
        };
    List<MadeSnapshot.Row> made = new ArrayList<>();
    Set<List<Object>> known = new HashSet<>();
    Set<Set<Put>> readable = new HashSet<>();
    for (int i = 0; i < wanted; i++) {
      List<Put> cells = new ArrayList<>();
      List<Object> identity = new ArrayList<>();
      boolean possible = true;
      for (Sheet.Link link : sheet.links) {
        if (!link.target().isGiven()) {
          continue;
        }
        int targets = link.target() == sheet ? made.size() : rows.get(link.target().name()).size();
        boolean none = link.optional() && (targets == 0 || draw.chance(35));
        possible &= none || targets > 0;
        if (none) {
          cells.add(new Put(link.name(), 0, new Content.Of(None.INSTANCE)));
        } else if (targets > 0) {
          int target = draw.below(targets);
          boolean counts = sheet.key.isEmpty() || link == sheet.links.getFirst();
          if (link.parent() && counts) {
            identity.add(target);
          }
          cells.add(new Put(link.name(), 0, new Content.Reference(link.target().name(), target)));
        }
      }
      if (sheet.key.isPresent()) {
        cell(sheet.key.get(), 0, cells);
        if (mood == Mood.MANY
            && cells.getLast().content() instanceof Content.Of(Text(String text))
            && draw.chance(80)) {
          Content longer = new Content.Of(new Text(text + draw.below(60)));
          cells.set(cells.size() - 1, new Put(sheet.key.get().name(), 0, longer));
        }
        identity.add(cells.getLast().content());
      }
      boolean twins =
          sheet.key.isEmpty() && sheet.links.stream().filter(l -> l.target().isGiven()).count() < 2;
      if (possible && (twins || known.add(identity))) {
        for (Column column : sheet.columns) {
          int members =
              column.family().isEmpty()
                  ? 1
                  : world.choice(column.family().getFirst()).members().size();
          for (int member = 0; member < members; member++) {
            cell(column, member, cells);
          }
        }
        if (!twins || !isReferredTo(sheet) || readable.add(Set.copyOf(readable(cells)))) {
          made.add(new MadeSnapshot.Row(cells));
        }
      }
    }
    return made;
  }

  /** Twins that others refer to could be told apart by those. */
  private boolean isReferredTo(Sheet sheet) {
    return world.sheets.stream().flatMap(s -> s.links.stream()).anyMatch(l -> l.target() == sheet);
  }

  private static List<Put> readable(List<Put> cells) {
    return cells.stream().filter(c -> !(c.content() instanceof Content.Garbled)).toList();
  }

  private static final List<Integer> AGO =
      List.of(0, 1, 59, 60, 61, 89, 90, 91, 299, 300, 301, 3_600, 3_601, 200_000, -1, -60, -5_000);

  /** The points of a series around the moment, oldest first; some rows have none. */
  private List<MadeSnapshot.Row> points(Sheet.History history, String owner, int owners) {
    List<MadeSnapshot.Row> points = new ArrayList<>();
    for (int row = 0; row < owners; row++) {
      List<Integer> times = draw.shuffled(AGO);
      int most = mood == Mood.MANY ? 12 : mood == Mood.EMPTY ? 1 : 6;
      times = times.subList(0, draw.chance(15) ? 0 : draw.between(0, most));
      for (int ago : times.stream().sorted(Comparator.reverseOrder()).toList()) {
        List<Put> cells = new ArrayList<>();
        if (!owner.isEmpty()) {
          cells.add(new Put(owner, 0, new Content.Reference(owner, row)));
        }
        cells.add(new Put("time", 0, new Content.Of(Exact.of(moment - ago))));
        cell(history.values(), 0, cells);
        points.add(new MadeSnapshot.Row(cells));
      }
    }
    return points;
  }

  private void cell(Column column, int member, List<Put> cells) {
    if (column.name().equals(World.CLOCK)) {
      cells.add(new Put(column.name(), 0, new Content.Of(Exact.of(moment))));
      return;
    }
    if (mood == Mood.BROKEN && draw.chance(column.broken())) {
      if (draw.chance(50)) {
        cells.add(new Put(column.name(), member, new Content.Garbled("12x")));
      }
      return;
    }
    if (column.type().isOptional() && draw.chance(35)) {
      cells.add(new Put(column.name(), member, new Content.Of(None.INSTANCE)));
      return;
    }
    if (column.type().present() instanceof Type.Quantity q && q.orUnlimited() && draw.chance(30)) {
      cells.add(new Put(column.name(), member, new Content.Of(Unlimited.INSTANCE)));
      return;
    }
    cells.add(new Put(column.name(), member, content(column.values())));
  }

  private Content content(Values values) {
    return switch (values) {
      case Values.Numbers(int bits, int places, boolean signed, int zeros) ->
          new Content.Of(Exact.ofUnscaled(number(bits, signed, zeros), places));
      case Values.Steps(int bits, boolean signed, int zeros) ->
          new Content.Steps(number(bits, signed, zeros));
      case Values.Times(boolean days) ->
          new Content.Of(
              Exact.of(
                  days
                      ? draw.between(20_400, 20_800)
                      : draw.between(1_770_000_000, 1_800_000_000)));
      case Values.Members(int count) -> new Content.Of(new Member(draw.below(count)));
      case Values.Flags flags -> new Content.Of(Flag.of(draw.chance(50)));
      case Values.Texts texts -> new Content.Of(new Text(word(draw)));
    };
  }

  private BigInteger number(int bits, boolean signed, int zeros) {
    if (draw.chance(zeros)) {
      return BigInteger.ZERO;
    }
    BigInteger size =
        switch (mood) {
          case TIES -> BigInteger.valueOf(draw.between(1, 3));
          case EXTREME ->
              draw.chance(60)
                  ? BigInteger.TWO.pow(bits).subtract(BigInteger.valueOf(draw.between(1, 2)))
                  : draw.bits(bits);
          case EMPTY, ORDINARY, BROKEN, MANY ->
              draw.bits(draw.between(1, bits)).add(BigInteger.ONE);
        };
    return signed && draw.chance(40) ? size.negate() : size;
  }
}
