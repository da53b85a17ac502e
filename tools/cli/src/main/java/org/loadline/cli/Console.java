package org.loadline.cli;

import java.io.FileDescriptor;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.cli.render.Ink;

/**
 * Where a command writes: results to {@code out}, all else to {@code err}, both as UTF-8.
 *
 * <p>{@code outIsTerminal} and {@code errIsTerminal}: whether a person looks on.
 */
public record Console(
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment) {

  /** When output is coloured. */
  public enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  public Console {
    environment = Map.copyOf(environment);
  }

  /** The streams of this process. The launcher says which are terminals: it is quicker to ask. */
  static Console ofProcess() {
    Optional<String> said = Optional.ofNullable(System.getProperty("loadline.terminals"));
    boolean terminal = said.isEmpty() && System.console() != null && System.console().isTerminal();
    return new Console(
        ProcessStream.of(FileDescriptor.out),
        ProcessStream.of(FileDescriptor.err),
        said.map(terminals -> terminals.contains("out")).orElse(terminal),
        said.map(terminals -> terminals.contains("err")).orElse(terminal),
        System.getenv());
  }

  Ink outInk(Colour colour) {
    return ink(colour, outIsTerminal);
  }

  Ink errInk(Colour colour) {
    return ink(colour, errIsTerminal);
  }

  private Ink ink(Colour colour, boolean terminal) {
    boolean coloured =
        switch (colour) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> wanted(terminal);
        };
    return coloured ? Ink.COLOURED : Ink.PLAIN;
  }

  /** By the conventions of NO_COLOR and CLICOLOR_FORCE, the first of which is the stronger. */
  private boolean wanted(boolean terminal) {
    if (isSet("NO_COLOR") || "dumb".equals(environment.get("TERM"))) {
      return false;
    }
    return isSet("CLICOLOR_FORCE") && !"0".equals(environment.get("CLICOLOR_FORCE")) || terminal;
  }

  private boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  /** The columns of the terminal, where it says. */
  int width() {
    return Optional.ofNullable(environment.get("COLUMNS"))
        .filter(columns -> outIsTerminal && columns.matches("[1-9][0-9]{1,3}"))
        .map(Integer::parseInt)
        .map(columns -> Math.clamp(columns, 40, 200))
        .orElse(DiagnosticRenderer.WIDTH);
  }

  /** Whether whoever reads the results has gone. */
  boolean isBroken() {
    return out.checkError();
  }

  /** Why results were lost, if they were. */
  Optional<String> lost() {
    return out instanceof ProcessStream stream ? stream.lost() : Optional.empty();
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
