package org.loadline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows of several entities, in the order of their names, and one hash over all: of their parts. */
public record Parts(List<Part> all) {
  public Parts {
    all = all.stream().sorted(Comparator.comparing(Part::entity)).toList();
  }

  public String root() {
    return Digest.written(
        new MerkleTree(
                all.stream()
                    .map(part -> MerkleTree.leaf(CanonicalJson.bytes(part.node())))
                    .toList())
            .root());
  }

  /** The part of an entity. */
  public Optional<Part> of(String entity) {
    return all.stream().filter(part -> part.entity().equals(entity)).findFirst();
  }

  ObjectNode node() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode parts = node.putArray("parts");
    all.forEach(part -> parts.add(part.node()));
    return node.put("root", root());
  }

  static Parts read(JsonNode node) {
    List<Part> parts = new ArrayList<>();
    node.path("parts").forEach(part -> parts.add(Part.read(part)));
    return new Parts(parts);
  }

  /** Whether these are the same as were found, a check for each entity of either. */
  List<Check> against(Parts found, String what) {
    Set<String> names = new LinkedHashSet<>();
    all.forEach(part -> names.add(part.entity()));
    found.all.forEach(part -> names.add(part.entity()));
    List<Check> checks = new ArrayList<>();
    for (String name : names) {
      Optional<Part> said = of(name);
      Optional<Part> is = found.of(name);
      boolean same = said.equals(is);
      checks.add(
          new Check(
              what + " of " + name,
              same ? Check.Finding.HOLDS : Check.Finding.BROKEN,
              same
                  ? is.map(Parts::shown).orElseThrow()
                  : said.map(Parts::shown).orElse("none")
                      + " by the receipt, and here "
                      + is.map(Parts::shown).orElse("none")));
    }
    return checks;
  }

  private static String shown(Part part) {
    return (part.rows() == 1 ? "1 row" : part.rows() + " rows")
        + (part.faults() == 0 ? "" : ", " + part.faults() + " without a value")
        + ", "
        + part.root();
  }
}
