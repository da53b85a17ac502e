package org.loadline.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a published workload as a snapshot folder: {@code --accounts N --out FOLDER}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    if (words.size() != 4 || !words.contains("--accounts") || !words.contains("--out")) {
      System.err.println("Usage: --accounts N --out FOLDER");
      System.exit(2);
    }
    try {
      int accounts = Integer.parseInt(after("--accounts", words));
      SnapshotFolder.write(Workload.published(accounts), Path.of(after("--out", words)));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static String after(String option, List<String> words) {
    return words.get(words.indexOf(option) + 1);
  }
}
