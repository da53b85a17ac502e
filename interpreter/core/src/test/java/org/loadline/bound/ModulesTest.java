package org.loadline.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.loadline.source.Source;

class ModulesTest {
  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private final Path desk = files.getPath("/desk");

  @AfterEach
  void close() throws IOException {
    files.close();
  }

  private static final Library STANDARD =
      new Library() {
        @Override
        public Optional<Source> module(String name) {
          return switch (name) {
            case "std.margin" ->
                Optional.of(
                    Source.of(
                        "std/margin.risk",
                        "library std.margin\nimport std.numbers\nhalf_of = 1\n"));
            case "std.numbers" ->
                Optional.of(Source.of("std/numbers.risk", "library std.numbers\none = 1\n"));
            default -> Optional.empty();
          };
        }

        @Override
        public List<String> names() {
          return List.of("std.margin", "std.numbers");
        }
      };

  private void write(String path, String... lines) throws IOException {
    Path file = desk.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private PolicyReader.Outcome read() {
    return new PolicyReader(STANDARD).read(desk.resolve("policy.risk"));
  }

  private void said(String... lines) {
    String said = Bindings.shown(read().diagnostics());
    assertEquals(List.of(lines), said.lines().toList());
  }

  @Test
  void librariesAreReadOnceEach() throws IOException {
    write("policy.risk", "policy p", "import a", "import lib.b", "import std.margin", "x = 1");
    write("a.risk", "library a", "import lib.b", "from_a = 2");
    write("lib/b.risk", "library lib.b", "from_b = 3");
    said();
    Bound bound = read().bound().orElseThrow();
    assertEquals(
        List.of(
            "/desk/policy.risk",
            "/desk/lib/b.risk",
            "/desk/a.risk",
            "std/numbers.risk",
            "std/margin.risk"),
        bound.sources().stream().map(Source::name).toList());
    assertEquals(5, bound.facts().size());
    assertEquals(4, bound.facts().stream().filter(Bound.BoundFact::imported).count());
  }

  @Test
  void testsAndReportsOfLibrariesAreTheirOwn() throws IOException {
    write("policy.risk", "policy p", "import a", "report x", "x = 1");
    write("a.risk", "library a", "y = 2", "report y", "test \"t\" {", "    expect y = 2", "}");
    Bound bound = read().bound().orElseThrow();
    assertEquals(1, bound.reports().size());
    assertEquals(0, bound.tests().size());
  }

  @Test
  void aLibraryCanBeReadByItself() throws IOException {
    write("policy.risk", "library a.policy", "y = 2");
    said();
    assertTrue(read().bound().orElseThrow().library());
  }

  @Test
  void noPolicy() {
    said(
        "R2001 1:1 There is no file `/desk/policy.risk`.",
        "    Check the path; a policy is a file that ends in `.risk`.");
    assertTrue(read().bound().isEmpty());
  }

  @Test
  void aFolderIsNoPolicy() throws IOException {
    Files.createDirectories(desk.resolve("policy.risk"));
    said(
        "R2002 1:1 `/desk/policy.risk` cannot be read: it is a folder.",
        "    Check that it is a file and that you may read it.");
  }

  @Test
  void aFileThatIsTooLarge() throws IOException {
    Files.createDirectories(desk);
    byte[] bytes = new byte[SourceFiles.MOST_MEGABYTES * 1024 * 1024 + 1];
    Arrays.fill(bytes, (byte) ' ');
    Files.write(desk.resolve("policy.risk"), bytes);
    said(
        "R2003 1:1 `/desk/policy.risk` has more than 16 megabytes.",
        "    Divide it into libraries; rows of data belong in the snapshot.");
  }

  @Test
  void bytesThatAreNoText() throws IOException {
    Files.createDirectories(desk);
    byte[] bytes = "policy p\n// caf\u00e9\nx = 1\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(desk.resolve("policy.risk"), bytes);
    said(
        "R2004 2:7 Line 2 of `/desk/policy.risk` is not UTF-8 text.",
        "    Save the file with the encoding UTF-8.");
  }

  @Test
  void aByteOrderMarkIsDropped() throws IOException {
    write("policy.risk", "\uFEFFpolicy p", "x = 1");
    said();
  }

  @Test
  void aMissingModule() throws IOException {
    write("policy.risk", "policy p", "import lib.teirs", "import std.margn", "import far.away");
    write("lib/tiers.risk", "library lib.tiers");
    said(
        "R2005 2:1 There is no module `lib.teirs`.",
        "    Did you mean `lib.tiers`?",
        "R2005 3:1 There is no module `std.margn`.",
        "    Did you mean `std.margin`?",
        "R2005 4:1 There is no module `far.away`.",
        "    It would be the file `far/away.risk`.");
  }

  @Test
  void aLinkOutOfTheFolder() throws IOException {
    Files.createDirectories(files.getPath("/secret"));
    Files.writeString(files.getPath("/secret/keys.risk"), "library keys\n");
    write("policy.risk", "policy p", "import keys", "import out.keys");
    Files.createSymbolicLink(desk.resolve("keys.risk"), files.getPath("/secret/keys.risk"));
    Files.createSymbolicLink(desk.resolve("out"), files.getPath("/secret"));
    said(
        "R2006 2:1 `/desk/keys.risk` lies outside the folder of the policy.",
        "    A link may not lead out of the folder; copy the library into it.",
        "R2006 3:1 `/desk/out/keys.risk` lies outside the folder of the policy.",
        "    A link may not lead out of the folder; copy the library into it.");
  }

  @Test
  void aLinkInsideTheFolderIsFollowed() throws IOException {
    write("policy.risk", "policy p", "import tiers", "x = 1");
    write("lib/tiers.risk", "library tiers", "y = 2");
    Files.createSymbolicLink(desk.resolve("tiers.risk"), desk.resolve("lib/tiers.risk"));
    said();
  }

  @Test
  void aPolicyIsNotImported() throws IOException {
    write("policy.risk", "policy p", "import other", "import policy");
    write("other.risk", "policy other");
    said(
        "R2007 2:1 `other` is a policy, and only a library can be imported.",
        "    Move what both need to a library: a file that begins with `library`.",
        "R2007 3:1 `policy` is a policy, and only a library can be imported.",
        "    Move what both need to a library: a file that begins with `library`.");
  }

  @Test
  void aCycleOfImportsIsShown() throws IOException {
    write("policy.risk", "policy p", "import a");
    write("a.risk", "library a", "import b");
    write("b.risk", "library b", "import c");
    write("c.risk", "library c", "import a");
    said(
        "R2008 2:1 These libraries import one another: `a` → `b` → `c` → `a`.",
        "    Move what they share to a library that imports none of them.");
  }

  @Test
  void aLibraryThatIsReadByItselfCanBeInACycle() throws IOException {
    write("policy.risk", "library policy", "import b");
    write("b.risk", "library b", "import policy");
    said(
        "R2008 2:1 These libraries import one another: `policy` → `b` → `policy`.",
        "    Move what they share to a library that imports none of them.");
  }

  @Test
  void anImportTwice() throws IOException {
    write("policy.risk", "policy p", "import a", "import a", "x = 1");
    write("a.risk", "library a");
    said("R2009 3:1 `a` is imported twice.", "    Take one of the two lines out.");
  }

  @Test
  void aFileOfAnotherName() throws IOException {
    write("policy.risk", "policy p", "import lib.a", "import lib.b");
    write("lib/a.risk", "library other");
    write("lib/b.risk", "library b");
    said(
        "R2010 1:1 The file of `lib.a` calls itself `other`.",
        "    Begin it with `library lib.a`.");
  }

  @Test
  void aTextWithoutAFolder() {
    Source policy = Source.of("text", "policy p\nimport a\nimport std.margin\n");
    PolicyReader.Outcome outcome = new PolicyReader(STANDARD).read(policy);
    assertEquals(
        "R2011 2:1 `a` cannot be found: this policy was not read from a file.\n"
            + "    Only the standard library, `import std.x`, can be imported here.\n",
        Bindings.shown(outcome.diagnostics()));
  }

  @Test
  void aNameOfTwoModules() throws IOException {
    write("policy.risk", "policy p", "import a", "fee = 1");
    write("a.risk", "library a", "fee = 2");
    said(
        "R2021 2:1 `fee` is defined in two files that are read together.",
        "    Rename one, or import only one of the two.");
  }

  @Test
  void aLibraryAddsFactsToWhatItSeesOnly() throws IOException {
    write(
        "policy.risk",
        "policy p",
        "import a",
        "entity account { key id }",
        "for each market { y = 1 }");
    write(
        "a.risk",
        "library a",
        "import b",
        "for each account { x = 1 }",
        "for each market { z = 1 }");
    write("b.risk", "library b", "entity market { key id }");
    said(
        "R2044 3:10 A library cannot add facts to `account`, which the policy declares.",
        "    Declare the entity in the library, or write a function.");
  }

  @Test
  void afterAMissingModuleNothingIsCalledUnknown() throws IOException {
    write("policy.risk", "policy p", "import a", "for each account { x = 1 }");
    said("R2005 2:1 There is no module `a`.", "    It would be the file `a.risk`.");
  }
}
