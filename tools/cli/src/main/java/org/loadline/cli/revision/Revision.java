package org.loadline.cli.revision;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.loadline.source.Source;

/**
 * The policies and libraries of one revision: {@code .risk} files by their paths from the top of
 * the repository. Each is read once.
 *
 * <p>Links are not followed, and are no files here.
 */
public final class Revision {
  private static final String ENDING = ".risk";

  private final String name;
  private final Map<String, String> blobs;
  private final Map<String, Source> read = new HashMap<>();

  private Revision(String name, Map<String, String> blobs) {
    this.name = name;
    this.blobs = blobs;
  }

  /** The revision that git knows by a name: a branch, a tag, a hash, {@code HEAD~2}. */
  public static Revision of(String name) throws RevisionException {
    if (!Git.ask("rev-parse", "--git-dir").good()) {
      throw new RevisionException(RevisionException.Why.NO_REPOSITORY);
    }
    Git.Answer tree =
        Git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{tree}");
    if (name.isEmpty() || !tree.good()) {
      throw new RevisionException(RevisionException.Why.NO_REVISION);
    }
    return new Revision(name, listed(Git.ask("ls-tree", "-r", "-z", "--full-tree", tree.text())));
  }

  /** Lines are {@code mode type hash TAB path}, each ended by a zero. */
  private static Map<String, String> listed(Git.Answer listing) {
    Map<String, String> blobs = new TreeMap<>();
    for (String line : new String(listing.bytes(), StandardCharsets.UTF_8).split("\0")) {
      int tab = line.indexOf('\t');
      if (line.startsWith("100") && line.endsWith(ENDING)) {
        blobs.put(line.substring(tab + 1), line.substring(0, tab).split(" ")[2]);
      }
    }
    return blobs;
  }

  /**
   * A path from the top, as git reads one after a colon: {@code ./x} and {@code ../x} start where
   * the process stands. Empty if it leaves the repository.
   */
  public static Optional<String> path(String written) throws RevisionException {
    boolean here = written.matches("\\.{1,2}(/.*)?");
    String whole = here ? Git.ask("rev-parse", "--show-prefix").text() + "/" + written : written;
    Deque<String> parts = new ArrayDeque<>();
    for (String part : whole.split("/")) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  /** Whether it holds a file at a path. */
  public boolean holds(String path) {
    return blobs.containsKey(path);
  }

  /** The paths of all files below a folder, in the order of the alphabet. */
  public List<String> below(String folder) {
    String start = folder.isEmpty() ? "" : folder + "/";
    return blobs.keySet().stream().filter(path -> path.startsWith(start)).toList();
  }

  /** The file at a path, called {@code revision:path}. */
  public Source file(String path) throws RevisionException {
    Source known = read.get(path);
    if (known != null) {
      return known;
    }
    String blob = blobs.get(path);
    if (blob == null) {
      throw new RevisionException(RevisionException.Why.NO_PATH);
    }
    Source source = Source.of(name + ":" + path, text(Git.ask("cat-file", "blob", blob).bytes()));
    read.put(path, source);
    return source;
  }

  private static String text(byte[] bytes) throws RevisionException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException malformed) {
      throw new RevisionException(RevisionException.Why.NO_TEXT);
    }
  }
}
