package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every command: misuse, help, options and colours. */
class CommandLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run nowhere                                   | R7001
          run src/test/resources                        | R7002
          check src/test/resources/desk/snapshot        | R7003
          run @desk/lib/lines.risk                      | R7005
          run @desk --param ceiling                     | R7101
          run @desk --param cieling=3                   | R7102
          run @desk --param ceiling=3 --param ceiling=4 | R7103
          run @desk --param ceiling=often               | R7104
          run @desk --param ceiling="3"                 | R7104
          run @desk --param ceiling=3_ETH               | R7104
          run @desk --param ceiling=2%                  | R7105
          run @desk --param floor_rate=11%              | R5005
          run @desk --select account.covr               | R7201
          explain @desk --row alice                     | R7202
          explain @desk --row acount=alice              | R7203
          explain @desk --row account=alise             | R7204
          explain @desk --fact cover                    | R7205
          explain @desk --row account=alice --fact covr | R7206
          explain @desk --row asset=BTC                 | R7209
          inspect @desk --fact account.covr             | R7214
          explain @desk --no-run --fact covr            | R7214
          explain @desk --no-run --row account=alice    | R7216
          run @desk --limit -1                          | R7210
          run @desk --threads 0                         | R7210
          run @desk --engine fast                       | R7208
          bench @desk --rounds 0                        | R7210
          bench @desk --warm-up -1                      | R7210
          bench @desk --threads 0                       | R7210
          bench nowhere                                 | R7001
          explain @desk --rows -1                       | R7210
          explain @desk --depth -1                      | R7210
          run @desk --out @desk/snapshot                | R7211
          rnu @desk                                     | R7208
          run @desk --parm x=1                          | R7208
          run                                           | R7208
          """)
  void misuseIsSaidWithACode(String command, String code) {
    Ran said = Ran.by(command);
    assertTrue(said.err().startsWith(code + ": "), said.err());
    assertEquals("", said.out());
    assertEquals(2, said.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rnu @desk                                     | run
          run @desk --parm x=1                          | --param
          run @desk --param cieling=3                   | ceiling
          run @desk --select account.covr               | account.cover
          explain @desk --row acount=alice              | account
          explain @desk --row account=alise             | alice
          explain @desk --row account=alice --fact covr | cover
          """)
  void whatWasMeantIsGuessed(String command, String meant) {
    assertTrue(Ran.by(command).err().contains("Hint: Did you mean `" + meant + "`?"));
  }

  @Test
  void helpAndVersion() {
    Ran help = Ran.by("--help");
    assertEquals(0, help.code());
    for (String word : new String[] {"check", "run", "test", "explain", "bench", "Exit codes"}) {
      assertTrue(help.out().contains(word), word);
    }
    for (String command : new String[] {"check", "run", "test", "explain", "bench"}) {
      assertTrue(Ran.by(command + " --help").out().contains("Examples:"), command);
    }
    String version = Ran.by("--version").out();
    assertTrue(version.matches("loadline [0-9].*\\nJava [0-9](.|\\n)*"), version);
    assertTrue(Ran.by("--verbose --version").out().contains("Engine "));
  }

  @Test
  void wordsOfOptionsAreSaidAsTheyAreWritten() {
    String said = Ran.by("run @desk --engine fast").err();
    assertTrue(said.contains("expected one of truffle, reference, but was `fast`."), said);
  }

  @Test
  void colourFollowsTheConventions() {
    String[] check = {"check", Ran.EXAMPLES + "refused"};
    assertFalse(Ran.by(Map.of(), check).out().contains("\u001b"));
    assertTrue(Ran.by(Map.of("CLICOLOR_FORCE", "1"), check).out().contains("\u001b"));
    assertFalse(
        Ran.by(Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"), check).out().contains("\u001b"));
    assertTrue(Ran.by("check @refused --color=always").out().contains("\u001b"));
    assertFalse(
        Ran.by(Map.of("CLICOLOR_FORCE", "1"), "check", Ran.EXAMPLES + "refused", "--color=never")
            .out()
            .contains("\u001b"));
  }
}
