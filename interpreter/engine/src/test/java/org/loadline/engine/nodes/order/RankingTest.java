package org.loadline.engine.nodes.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.engine.load.Texts;
import org.loadline.engine.plan.Width;

/** Elements stand in the order that a stable sort gives them, however many there are. */
class RankingTest {
  private static final int ROUNDS = 300;
  private static final int MOST = 70;
  private static final int BEYOND = 250;
  private static final long[] ENDS = {Long.MIN_VALUE, Long.MAX_VALUE, -1, 0, 1};

  private record Element(int row, long key) {}

  @ParameterizedTest
  @CsvSource({
    "false,false,false",
    "false,false,true",
    "false,true,false",
    "false,true,true",
    "true,false,false",
    "true,false,true",
    "true,true,false",
    "true,true,true"
  })
  void elementsStandInOrder(boolean descending, boolean stable, boolean rising) {
    Random random = new Random(1);
    KeyForm form = new KeyForm(Width.LONG, false, false, descending, false);
    Ranking ranking = new Ranking(new KeyForm[] {form}, stable);
    Comparator<Element> byKey = Comparator.comparingLong(Element::key);
    Comparator<Element> order = descending ? byKey.reversed() : byKey;
    for (int round = 0; round < ROUNDS; round++) {
      List<Element> elements = elements(random, random.nextInt(MOST), rising);
      ranking.begin();
      for (Element element : elements) {
        int at = ranking.add(element.row());
        ranking.words(0)[at] = element.key();
      }
      ranking.sort(new Texts());
      List<Integer> rows =
          elements.stream()
              .sorted(stable ? order : order.thenComparingInt(Element::row))
              .map(Element::row)
              .toList();
      assertEquals(rows, IntStream.range(0, ranking.count()).map(ranking::at).boxed().toList());
      for (int row = 0; row < 2 * BEYOND; row++) {
        assertEquals(rows.indexOf(row), ranking.rank(row));
      }
    }
  }

  /** Few keys, so that many are equal; some of them far apart. */
  private static List<Element> elements(Random random, int count, boolean rising) {
    int apart = 1 + random.nextInt(3);
    return IntStream.range(0, count)
        .map(i -> rising ? BEYOND + apart * i : BEYOND + apart * (count - i))
        .mapToObj(
            row ->
                new Element(
                    row,
                    random.nextInt(4) == 0
                        ? ENDS[random.nextInt(ENDS.length)]
                        : random.nextInt(9) - 4L))
        .toList();
  }
}
