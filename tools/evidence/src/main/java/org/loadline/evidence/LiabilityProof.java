package org.loadline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That what is owed to one row is in the total of a statement; its siblings' sums show. */
public record LiabilityProof(
    Liabilities.Liability liability,
    int index,
    int rows,
    List<SumTree.Node> path,
    SumTree.Node root) {
  /** The kind of document that it is. */
  public static final String KIND = "liability";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public LiabilityProof {
    path = List.copyOf(path);
  }

  public ObjectNode document() {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("kind", KIND).put("version", 1).put("salt", liability.salt());
    document.set("identity", liability.identity());
    document.put("amount", ExactCell.number(liability.amount()));
    document.put("meets", liability.meets()).put("index", index).put("rows", rows);
    ArrayNode nodes = document.putArray("path");
    path.forEach(node -> nodes.add(node.node()));
    document.set("root", root.node());
    return document;
  }

  /** What a document says; empty if it is no such proof. */
  public static Optional<LiabilityProof> of(ObjectNode document) {
    return Documents.read(document, LiabilityProof::read, LiabilityProof::document);
  }

  private static LiabilityProof read(ObjectNode node) {
    if (!(node.path("identity") instanceof ObjectNode identity)) {
      throw new IllegalArgumentException("no identity");
    }
    List<SumTree.Node> path = new ArrayList<>();
    for (JsonNode sibling : node.path("path")) {
      path.add(SumTree.Node.read(sibling));
    }
    return new LiabilityProof(
        new Liabilities.Liability(
            Documents.text(node, "salt"),
            identity,
            Documents.number(node, "amount"),
            node.path("meets").asBoolean()),
        Documents.count(node, "index"),
        Documents.count(node, "rows"),
        path,
        SumTree.Node.read(node.path("root")));
  }

  /** Whether its row leads to its root, with the sums on the way. */
  public Check leads() {
    Optional<SumTree.Node> reached = SumTree.rootOf(liability.leaf(), index, rows, path);
    String row = CanonicalJson.text(liability.identity().path("row"));
    return reached.filter(root::equals).isPresent()
        ? new Check(
            "row",
            Check.Finding.HOLDS,
            row + ": " + ExactCell.number(liability.amount()) + " is in the total")
        : new Check(
            "row", Check.Finding.BROKEN, row + " does not lead to the root and the sums it names");
  }

  /** Whether its root is that of a statement. */
  public Check in(Solvency statement) {
    return statement.liabilities().equals(root)
        ? new Check("statement", Check.Finding.HOLDS, "it has that root and that total")
        : new Check("statement", Check.Finding.BROKEN, "it has another root or another total");
  }

  /** Whether its root is the one that is known. */
  public Check under(String known) {
    return root.hash().equals(known)
        ? new Check("root", Check.Finding.HOLDS, "it is the one given")
        : new Check("root", Check.Finding.BROKEN, "it is not the one given, " + known);
  }
}
