package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A plain line means what its description says that it means, or is left to the description. */
class PlainLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "check a.risk",
        "check desk b --json",
        "check --verbose desk",
        "check ${HOME} a=b run",
        "test --json examples a.risk --verbose",
        "test desk",
        "run desk",
        "run desk/limits.risk --limit 3 --verbose",
        "run --limit=0 --no-waterfalls desk",
        "run --snapshot data desk",
        "run desk --snapshot=a=b",
        "explain desk",
        "explain desk --row account=7 --fact health",
        "explain --row=account=7 desk --json --snapshot x.json",
      })
  void meansWhatTheDescriptionSays(String line) throws ReflectiveOperationException {
    String[] arguments = line.split(" ");
    LoadlineCommand plainly = top();
    Callable<Integer> plain = PlainLine.command(plainly, arguments).orElseThrow();
    LoadlineCommand described = top();
    CommandLine whole = Main.line(described, arguments);
    whole.parseArgs(arguments);
    Object command = whole.getSubcommands().get(arguments[0]).getCommand();
    assertEquals(command.getClass(), plain.getClass());
    assertEquals(said(command), said(plain));
    assertEquals(said(described), said(plainly));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chekc desk",
        "fmt desk",
        "check",
        "check --json",
        "check -h desk",
        "check desk --json --json",
        "check desk --json=true",
        "check @desk",
        "check \"desk\"",
        "check -- desk",
        "check desk --color never",
        "check desk --jsn",
        "run",
        "run a b",
        "run desk --limit",
        "run desk --limit x",
        "run desk --limit 99999999999",
        "run desk --limit 1 --limit 2",
        "run desk --limit --no-waterfalls",
        "run desk --snapshot=",
        "run desk --json",
        "run desk --format json",
        "explain desk --row -7",
        "explain desk --depth 2",
      })
  void whatIsNotPlainIsLeftToTheDescription(String line) {
    assertEquals(Optional.empty(), PlainLine.command(top(), line.split(" ")));
  }

  private static LoadlineCommand top() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new LoadlineCommand(new Console(nowhere, nowhere, false, false, Map.of()));
  }

  /** The values of all fields, of what a command is mixed from too. */
  private static Map<String, Object> said(Object command) throws ReflectiveOperationException {
    Map<String, Object> said = new TreeMap<>();
    for (Field field : command.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) || field.getName().equals("console")) {
        continue;
      }
      field.setAccessible(true);
      Object value = field.get(command);
      if (field.isAnnotationPresent(CommandLine.Mixin.class)) {
        said.put(field.getName(), said(value));
      } else if (!(value instanceof LoadlineCommand)) {
        said.put(field.getName(), value instanceof List<?> list ? List.copyOf(list) : value);
      }
    }
    assertTrue(!said.isEmpty() || command.getClass().getDeclaredFields().length == 0);
    return said;
  }
}
