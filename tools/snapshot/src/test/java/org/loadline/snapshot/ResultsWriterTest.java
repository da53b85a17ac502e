package org.loadline.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.loadline.core.FactRef;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotProblem;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.source.Diagnostic;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

class ResultsWriterTest {
  private static final EntityRef ACCOUNT = new EntityRef(1, "account");
  private static final EntityRef POSITION = new EntityRef(2, "position");

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private final Program program = Declarations.book();
  private final Path out = files.getPath("/out");

  private record Given(Output output, int size, IntFunction<Outcome> outcomes)
      implements OutputColumn {
    @Override
    public Outcome outcome(int row) {
      return outcomes.apply(row);
    }
  }

  @AfterEach
  void close() throws IOException {
    files.close();
  }

  @Test
  void eachEntityIsATable() throws IOException {
    List<Path> written = ResultsWriter.write(results(third()), out, ResultsFormat.CSV);
    assertEquals(
        List.of("system.csv", "account.csv", "position.csv", "faults.csv"),
        written.stream().map(path -> path.getFileName().toString()).toList());
    assertEquals(
        Map.of(
            "system.csv",
            "total,largest\n123456789012345678901234567890.5,bob\n",
            "account.csv",
            "id,health,sound,note\nalice,0.333333333333333333~,true,\"a \"\"b\"\", c\"\n"
                + "bob,unlimited,false,none\n",
            "position.csv",
            "account,market,profit\nalice,BTC,\nalice,ETH,\nbob,BTC,7\n",
            "faults.csv",
            "entity,row,fact,code,message,place,values\n"
                + "account,alice,equity,R5102,\"`size` counts steps of `market.lot`, and that has"
                + " no value for this row.\",book.risk:1,2\n"),
        contents());
  }

  @Test
  void aDocumentHoldsARowOnEachLine() throws IOException {
    ResultsWriter.write(results(third()), out, ResultsFormat.JSON);
    Map<String, String> contents = contents();
    assertEquals(
        """
        [
        {"id":"alice","health":"0.333333333333333333~","sound":true,"note":"a \\"b\\", c"},
        {"id":"bob","health":"unlimited","sound":false,"note":null}
        ]
        """,
        contents.get("account.json"));
    assertEquals(
        """
        [
        {"account":"alice","market":"BTC","profit":{"fault":"R5102"}},
        {"account":"alice","market":"ETH","profit":{"fault":"R5102"}},
        {"account":"bob","market":"BTC","profit":"7"}
        ]
        """,
        contents.get("position.json"));
  }

  @Test
  void oldResultsStayWholeUntilAllNewOnesAre() throws IOException {
    ResultsWriter.write(results(third()), out, ResultsFormat.CSV);
    Map<String, String> before = contents();
    IntFunction<Outcome> failing =
        row -> {
          if (row == 1) {
            throw new IllegalStateException("in the middle");
          }
          return known(Exact.ONE);
        };
    assertThrows(
        IllegalStateException.class,
        () -> ResultsWriter.write(results(failing), out, ResultsFormat.CSV));
    assertEquals(before, contents());
    ResultsWriter.write(results(row -> known(Exact.of(row))), out, ResultsFormat.CSV);
    assertEquals(
        before.get("account.csv").replace("0.333333333333333333~", "0").replace("unlimited", "1"),
        contents().get("account.csv"));
  }

  private Results results(IntFunction<Outcome> health) throws IOException {
    Snapshot snapshot =
        SnapshotReader.read(program, BrokenSnapshotsTest.good(files)).snapshot().orElseThrow();
    Type number = Type.NUMBER;
    Type account = Declarations.reference("largest", ACCOUNT, false).type();
    Exact total =
        Exact.ofFraction(new BigInteger("246913578024691357802469135781"), BigInteger.TWO);
    Outcome faulted = new Outcome.Faulted(fault());
    return new Results(
        program,
        snapshot,
        ParamValues.written(program),
        List.of(
            column("total", Optional.empty(), number, 1, row -> known(total)),
            column("largest", Optional.empty(), account, 1, row -> known(new RowNumber(1))),
            column("health", Optional.of(ACCOUNT), number, 2, health),
            column("sound", Optional.of(ACCOUNT), Type.FLAG, 2, row -> known(Flag.of(row == 0))),
            column(
                "note",
                Optional.of(ACCOUNT),
                new Type.OrNone(Type.TEXT),
                2,
                row -> known(row == 0 ? new Text("a \"b\", c") : None.INSTANCE)),
            column(
                "profit",
                Optional.of(POSITION),
                number,
                3,
                row -> row == 2 ? known(Exact.of(7)) : faulted)));
  }

  private static IntFunction<Outcome> third() {
    return row -> known(row == 0 ? Exact.ofFraction(1, 3) : Unlimited.INSTANCE);
  }

  private static Outcome known(Value value) {
    return new Outcome.Known(value);
  }

  private static Fault fault() {
    Diagnostic what =
        Diagnostic.of(SnapshotProblem.STEP_UNKNOWN, Declarations.HERE)
            .with("field", "size")
            .with("path", "market.lot")
            .build();
    return new Fault(
        what, Optional.of(new FactRef(0, "equity")), Optional.of(new RowAt(ACCOUNT, 0)));
  }

  private static OutputColumn column(
      String name, Optional<EntityRef> owner, Type type, int size, IntFunction<Outcome> outcomes) {
    String title = owner.map(entity -> entity.name() + "." + name).orElse(name);
    return new Given(new Output(title, owner, new FactRef(0, name), type), size, outcomes);
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.list(out)) {
      for (Path file : all.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
