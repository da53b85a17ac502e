package org.loadline.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.parameters.ParameterRow.Text;

/** What differs between small snapshots, how it is shown, and what cannot be read. */
class ParametersTest {
  private static final Program PROGRAM =
      Compiled.text(
          """
          policy market
          unit USD
          system {
              chain : count
              open  : flag or none
          }
          param fee = 1%
          entity asset {
              key symbol
              bit     : count
              cap     : USD or none
              factor  : ratio
              waited  : duration
              note    : text or none
          }
          entity group_of {
              key name
              of asset
              mask : number
          }
          worth = sum(assets.factor)
          report worth
          parameters "market" where assets is present {
              shown dollars as grouped " $"
              shown cut     as grouped at 1 places cut to 2 places
              shown share   as percent less 0.5 " % of " symbol " [" raw "]"
              shown members as each asset.symbol by bit bit
              shown named   as asset.symbol ": " name
              shown number  as number
              given system { chain, open else none }
              given param { fee at 4 places shown share_of_fee }
              given asset from assets{} where "kind" != "void" {
                  symbol from key
                  bit shown cut
                  cap else none shown dollars
                  factor at 4 places spelled { 0 = 1 } shown share
                  waited in hours
                  note else none shown number
              }
              given group_of from groups[] shown named { name, asset, mask shown members }
              shown share_of_fee as percent "%"
              ignore meta, assets{}.kind
          }
          parameters "old market" where coins is present {
              given asset from coins[] { symbol, bit, factor, waited in hours, cap, note }
          }
          parameters "the same again" where coins is present and assets is absent {
              given asset from coins[] { symbol, bit, factor, waited in hours, cap, note }
          }
          """);

  private static final String ASSET =
      "\"kind\": \"x\", \"bit\": 1, \"factor\": 7500, \"waited\": 2, \"cap\": 1234567";
  private static final String REST = "\"chain\": 1, \"fee\": \"100\", \"groups\": []";

  private static ParameterSnapshot read(String document) throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = files.getPath("/s.json");
      Files.writeString(file, document);
      return ParameterSnapshot.read(PROGRAM, ParameterSnapshot.mappings(PROGRAM), file);
    }
  }

  private static List<String> problems(String document) throws IOException {
    return read(document).problems().stream().map(ParameterProblem::line).toList();
  }

  private static List<String> changes(String before, String after) throws IOException {
    List<String> lines = new ArrayList<>();
    for (var row : ParameterChanges.between(read(before), read(after)).rows()) {
      lines.add((row.sort() + " " + row.entity() + " " + row.title()).strip());
      for (var field : row.fields()) {
        lines.add(
            field.called()
                + ": "
                + field.before().map(Text::shown).orElse("-")
                + " > "
                + field.after().map(Text::shown).orElse("-"));
      }
    }
    return lines;
  }

  private static String market(String assets) {
    return "{ " + REST + ", \"assets\": { " + assets + " } }";
  }

  @Test
  void whatDiffersIsShownAsThePolicySays() throws IOException {
    assertEquals(
        List.of(
            "ALTERED param",
            "fee: 1% > 0.5%",
            "ALTERED asset ETH",
            "bit: 0.1 > 123,456.7",
            "cap: 1,234,567 $ > -",
            "factor: 25 % of ETH [7500] > 50 % of ETH [0]",
            "REMOVED asset OLD",
            "symbol: OLD > -",
            "bit: 0.1 > -",
            "cap: 1,234,567 $ > -",
            "factor: 25 % of OLD [7500] > -",
            "waited: 2 > -",
            "ADDED asset NEW",
            "symbol: - > NEW",
            "bit: - > 0.3",
            "cap: - > -1,000 $",
            "factor: - > -49.99 % of NEW [1]",
            "waited: - > 2",
            "ADDED group_of NEW: g",
            "name: - > g",
            "asset: - > NEW",
            "mask: - > #0, NEW, #4"),
        changes(
            market("\"ETH\": { " + ASSET + " }, \"OLD\": { " + ASSET + " }"),
            """
            { "chain": 1, "fee": 50,
              "groups": [ { "name": "g", "asset": "NEW", "mask": "25" } ],
              "assets": {
                "ETH": { "kind": "x", "bit": 1234567, "factor": 0, "waited": 2.0, "cap": null },
                "NEW": { "kind": "x", "bit": 3, "factor": 1, "waited": 2, "cap": -1000 } } }
            """));
  }

  @Test
  void whatIsWrittenOtherwiseIsTheSame() throws IOException {
    assertEquals(
        List.of(),
        changes(
            market("\"ETH\": { " + ASSET + " }"),
            market(
                "\"ETH\": { \"cap\": \"1234567.0\", \"kind\": \"y\", \"bit\": 1e0,"
                    + " \"factor\": \"7500\", \"waited\": 2, \"note\": null }")));
  }

  @Test
  void aRowThatIsMeantByNoFilterIsNoRow() throws IOException {
    List<String> said =
        problems(market("\"ETH\": { \"kind\": \"void\", \"bit\": 1, \"factor\": 2 }"));
    assertEquals(
        List.of(
            "/assets/ETH/bit: R6803: Nothing reads `assets.ETH.bit`. Give it to a field, or"
                + " `ignore assets.ETH.bit`.",
            "/assets/ETH/factor: R6803: Nothing reads `assets.ETH.factor`. Give it to a field, or"
                + " `ignore assets.ETH.factor`."),
        said);
  }

  @Test
  void whatCannotBeReadIsSaidAndTheOthersAreCompared() throws IOException {
    String broken =
        market(
            "\"ETH\": { \"kind\": \"x\", \"bit\": \"one\", \"waited\": [2], \"factor\": "
                + "9".repeat(2_000)
                + ", \"cap\": 5, \"extra\": { \"deep\": [1, 2] } },"
                + " \"BTC\": { "
                + ASSET
                + " }");
    assertEquals(
        List.of(
            "/assets/ETH/bit: R6511: `bit` gives no `bit`: `one` is no number.",
            "/assets/ETH/factor: R6511: `factor` gives no `factor`: the number has more digits than"
                + " there is room for.",
            "/assets/ETH/waited: R6511: `waited` gives no `waited`: a list stands here. Say which"
                + " part.",
            "/assets/ETH/extra/deep/0: R6803: Nothing reads `assets{}.extra.deep[1]`. Give it to a"
                + " field, or `ignore assets{}.extra.deep[1]`.",
            "/assets/ETH/extra/deep/1: R6803: Nothing reads `assets{}.extra.deep[2]`. Give it to a"
                + " field, or `ignore assets{}.extra.deep[2]`."),
        problems(broken));
    List<String> changes =
        changes(
            broken,
            broken
                .replace("\"cap\": 5", "\"cap\": 6")
                .replace("\"one\"", "\"two\"")
                .replace("\"factor\": 7500", "\"factor\": 5000"));
    assertEquals(
        List.of(
            "ALTERED asset ETH",
            "bit: one > two",
            "cap: 5 $ > 6 $",
            "ALTERED asset BTC",
            "factor: 25 % of BTC [7500] > 0 % of BTC [5000]"),
        changes);
  }

  @Test
  void aFieldThatIsMissingOrUnknownIsNamed() throws IOException {
    String two =
        "\"ETH\": { \"kind\": 1, \"bit\": 1, \"waited\": 1, \"new\": 1 },"
            + " \"BTC\": { \"kind\": 1, \"bit\": 2, \"waited\": 1, \"factor\": 1, \"new\": 2 }";
    assertEquals(
        List.of(
            "/assets/ETH/factor: R6510: `factor` is to come from `factor`, which is not there."
                + " Check the path, or say `else` and what it is then.",
            "/assets/ETH/new: R6803: Nothing reads `assets{}.new`, here and in 1 more. Give it to a"
                + " field, or `ignore assets{}.new`."),
        problems(market(two)));
    assertEquals(
        List.of(
            "R6804: `groups[]` is not there, so no rows come of it. Check whether the snapshot is"
                + " whole."),
        problems("{ \"chain\": 1, \"fee\": 1, \"assets\": {} }"));
  }

  @Test
  void rowsThatCannotBeToldApartAreSaid() throws IOException {
    assertEquals(
        List.of(
            "/groups/2/name: R6510: `name` is to come from `name`, which is not there. Check the"
                + " path, or say `else` and what it is then.",
            "/groups/1: R6805: This is the same row of `group_of` as /groups/0. Tell them apart by"
                + " a key; only the first is compared.",
            "/groups/2: R6806: This row of `group_of` has no `name`, so it is compared with"
                + " nothing. Say in the document what tells it apart.",
            "/groups/0/asset: R6808: There is no row `ETH` in the document. Check what the"
                + " reference comes from."),
        problems(
            "{ \"chain\": 1, \"fee\": 1, \"assets\": {}, \"groups\": ["
                + " { \"name\": \"a\", \"asset\": \"ETH\", \"mask\": 1 },"
                + " { \"name\": \"a\", \"asset\": \"ETH\", \"mask\": 2 },"
                + " { \"asset\": \"ETH\", \"mask\": 0 } ] }"));
  }

  @Test
  void aTextIsNoNumber() throws IOException {
    assertEquals(
        List.of(
            "/assets/ETH/note: R6807: `n/a` is no number, so it is not shown as `number`. Show it"
                + " as another form."),
        problems(market("\"ETH\": { " + ASSET + ", \"note\": \"n/a\" }")));
  }

  @Test
  void aFileThatIsNoneOfTheSnapshotsMeantIsRefused() throws IOException {
    assertEquals(
        List.of(
            "R6801: No `parameters` of the policy mean this snapshot. Check what stands after"
                + " `where`."),
        problems("{}"));
    assertEquals(
        List.of(
            "R6802: Several `parameters` mean this snapshot: `old market`, `the same again`. Tell"
                + " them apart with `where`, or choose one with `--as`."),
        problems("{ \"coins\": [] }"));
    assertEquals(
        List.of(
            "R6800: A snapshot of parameters is an object. Put what it holds in braces, with a"
                + " name."),
        problems("[]"));
    List<String> broken = problems("{ \"assets\": { \"a\": 1, \"a\": 2 } }");
    assertEquals(1, broken.size());
    assertTrue(broken.getFirst().startsWith("R6500: This is no JSON document (line 1, column "));
    assertTrue(problems("{ \"assets\": ").getFirst().startsWith("R6500: "));
  }
}
