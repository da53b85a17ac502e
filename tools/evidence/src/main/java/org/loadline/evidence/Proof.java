package org.loadline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.data.Results;
import org.loadline.model.EntityRef;

/**
 * What a run gave for one row, and that a receipt says so, without the other rows.
 *
 * @param content the row as it is hashed: its entity, what it is known by, and its values
 * @param index its place among the {@code rows} of its entity, from 0
 * @param path the hashes beside the way from it to the root
 */
public record Proof(ObjectNode content, int index, int rows, List<String> path, String root) {
  /** The kind of document that it is. */
  public static final String KIND = "proof";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public Proof {
    path = List.copyOf(path);
  }

  /** Of a row, or of what is of no row. */
  public static Proof of(Results results, Optional<EntityRef> owner, int row) {
    ResultRows rows = new ResultRows(results);
    MerkleTree tree = rows.tree(owner);
    return new Proof(
        rows.row(owner, row),
        row,
        tree.size(),
        tree.path(row).stream().map(Digest::written).toList(),
        Digest.written(tree.root()));
  }

  public ObjectNode document() {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("kind", KIND).put("version", 1);
    document.set("content", content);
    document.put("index", index).put("rows", rows);
    ArrayNode hashes = document.putArray("path");
    path.forEach(hashes::add);
    return document.put("root", root);
  }

  /** What a document says; empty if it is no proof. */
  public static Optional<Proof> of(ObjectNode document) {
    return Documents.read(document, Proof::read, Proof::document);
  }

  private static Proof read(ObjectNode node) {
    List<String> path = new ArrayList<>();
    node.path("path").forEach(hash -> path.add(Documents.hash(hash)));
    JsonNode content = node.path("content");
    Documents.text(content, "entity");
    if (!(content instanceof ObjectNode row)
        || !row.path("row").isObject()
        || !row.path("values").isObject()) {
      throw new IllegalArgumentException("no row");
    }
    return new Proof(
        row,
        Documents.count(node, "index"),
        Documents.count(node, "rows"),
        path,
        Documents.hash(node, "root"));
  }

  public String entity() {
    return content.path("entity").asText();
  }

  /** Whether its row leads to its root. */
  public Check path(String what) {
    Optional<String> reached =
        MerkleTree.rootOf(
                MerkleTree.leaf(CanonicalJson.bytes(content)),
                index,
                rows,
                path.stream().map(hash -> Digest.read(hash).orElseThrow()).toList())
            .map(Digest::written);
    return reached.filter(root::equals).isPresent()
        ? new Check(what, Check.Finding.HOLDS, CanonicalJson.text(content) + " leads to " + root)
        : new Check(what, Check.Finding.BROKEN, "the row does not lead to the root that it names");
  }

  /** Whether a receipt is over its row. */
  public Check in(Receipt receipt) {
    Optional<Part> part = receipt.results().of(entity());
    return part.filter(p -> p.root().equals(root) && p.rows() == rows).isPresent()
        ? new Check("receipt", Check.Finding.HOLDS, "it has that root for " + entity())
        : new Check("receipt", Check.Finding.BROKEN, "it has another root for " + entity());
  }

  /** Whether its root is the one that is known. */
  public Check under(String known) {
    return root.equals(known)
        ? new Check("root", Check.Finding.HOLDS, "it is the one given")
        : new Check("root", Check.Finding.BROKEN, "it is not the one given, " + known);
  }
}
