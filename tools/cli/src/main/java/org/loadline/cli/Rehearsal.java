package org.loadline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs commands on examples and says nothing, for a JVM that records what it loads.
 *
 * <p>What is recorded comes from a cache at later starts, all of it at once; so there is a cache
 * for commands that only read policies and one for those that run them too, and each command that
 * is to start quickly stands here. A form of the language that no example has is linked anew in
 * every process that meets it.
 */
final class Rehearsal {
  private Rehearsal() {}

  /** Arguments: {@code reading} or {@code running}, and folders with a policy and a snapshot. */
  public static void main(String[] arguments) throws IOException {
    List<String> folders = List.of(arguments).subList(1, arguments.length);
    List<List<String>> commands =
        arguments[0].equals("running") ? running(folders) : reading(folders);
    for (List<String> command : commands) {
      Main.run(silent(), command.toArray(String[]::new));
    }
    // As every command ends.
    Console console = Console.ofProcess();
    console.flush();
    Runtime.getRuntime().exit(console.lost().isEmpty() ? 0 : 1);
  }

  private static List<List<String>> reading(List<String> folders) throws IOException {
    List<List<String>> commands = new ArrayList<>();
    for (String folder : folders) {
      commands.add(List.of("check", folder));
      commands.add(List.of("test", folder));
      commands.add(List.of("explain", folder));
      commands.add(List.of("inspect", "--declared", folder));
    }
    String first = folders.getFirst();
    commands.add(List.of("check", "--json", first));
    commands.add(List.of("check", "--color", "always", brokenOff(Path.of(first))));
    commands.add(List.of("fmt", "--diff", first));
    commands.add(List.of("hash", first));
    commands.add(List.of("diff", first, folders.getLast()));
    commands.add(List.of("--version"));
    return commands;
  }

  private static List<List<String>> running(List<String> folders) {
    List<List<String>> commands = new ArrayList<>();
    for (String folder : folders) {
      commands.add(List.of("run", folder));
    }
    String first = folders.getFirst();
    commands.add(List.of("run", first, "--format", "json", "--verbose"));
    commands.add(List.of("inspect", first));
    return commands;
  }

  /** A policy that ends halfway, so that there is something to say of it. */
  private static String brokenOff(Path folder) throws IOException {
    String text = Files.readString(folder.resolve(Target.POLICY));
    Path file = Files.createTempFile("loadline", ".risk");
    file.toFile().deleteOnExit();
    return Files.writeString(file, text.substring(0, text.length() / 2)).toString();
  }

  private static Console silent() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Console(nowhere, nowhere, false, false, Map.of());
  }
}
