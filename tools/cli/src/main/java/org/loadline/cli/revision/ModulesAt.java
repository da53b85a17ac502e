package org.loadline.cli.revision;

import java.util.List;
import java.util.Optional;
import org.loadline.bound.Library;
import org.loadline.source.Source;

/** What stands beside a policy in a revision: {@code import a.b} reads {@code a/b.risk} there. */
public record ModulesAt(Revision revision, String folder) implements Library {
  private static final String ENDING = ".risk";

  @Override
  public Optional<Source> module(String name) {
    String path = (folder.isEmpty() ? "" : folder + "/") + name.replace('.', '/') + ENDING;
    try {
      return revision.holds(path) ? Optional.of(revision.file(path)) : Optional.empty();
    } catch (RevisionException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> names() {
    int start = folder.isEmpty() ? 0 : folder.length() + 1;
    return revision.below(folder).stream()
        .map(path -> path.substring(start, path.length() - ENDING.length()).replace('/', '.'))
        .toList();
  }
}
