package org.loadline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.values.Exact;

/**
 * A tree of hashes and sums: each node says what the amounts below it come to, and its hash is over
 * the hashes and the sums of both its children, so that no sum can be another. It has the shape of
 * {@link MerkleTree}.
 */
final class SumTree {
  private final List<Node> leaves;

  SumTree(List<Node> leaves) {
    this.leaves = List.copyOf(leaves);
  }

  /**
   * @param total what the amounts come to
   * @param rows how many they are
   * @param meets how many of these meet the requirement
   */
  record Node(String hash, Exact total, int rows, int meets) {
    ObjectNode node() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("hash", hash)
          .put("total", ExactCell.number(total))
          .put("rows", rows)
          .put("meets", meets);
    }

    static Node read(JsonNode node) {
      return new Node(
          Documents.hash(node, "hash"),
          Documents.number(node, "total"),
          Documents.count(node, "rows"),
          Documents.count(node, "meets"));
    }

    /** Whether it could be of that many rows. */
    boolean isOf(int size) {
      return rows == size && meets <= rows && total.signum() >= 0;
    }
  }

  static String leaf(JsonNode content) {
    return Digest.written(MerkleTree.leaf(CanonicalJson.bytes(content)));
  }

  private static Node join(Node left, Node right) {
    ArrayNode both = JsonNodeFactory.instance.arrayNode().add(left.node()).add(right.node());
    MessageDigest sha = Digest.sha256();
    sha.update((byte) 1);
    return new Node(
        Digest.written(sha.digest(CanonicalJson.bytes(both))),
        left.total.plus(right.total),
        left.rows + right.rows,
        left.meets + right.meets);
  }

  Node root() {
    return leaves.isEmpty() ? new Node(Digest.of(""), Exact.ZERO, 0, 0) : root(0, leaves.size());
  }

  private Node root(int from, int to) {
    if (to - from == 1) {
      return leaves.get(from);
    }
    int middle = from + MerkleTree.left(to - from);
    return join(root(from, middle), root(middle, to));
  }

  /** The siblings on the way from a leaf to the root, the leaf's own first. */
  List<Node> path(int index) {
    List<Node> path = new ArrayList<>();
    int from = 0;
    int to = leaves.size();
    while (to - from > 1) {
      int middle = from + MerkleTree.left(to - from);
      if (index < middle) {
        path.addFirst(root(middle, to));
        to = middle;
      } else {
        path.addFirst(root(from, middle));
        from = middle;
      }
    }
    return path;
  }

  /** The root that a leaf leads to; empty if no tree of that size has such a path. */
  static Optional<Node> rootOf(Node leaf, int index, int size, List<Node> path) {
    if (index < 0 || index >= size || !leaf.isOf(1)) {
      return Optional.empty();
    }
    if (size == 1) {
      return path.isEmpty() ? Optional.of(leaf) : Optional.empty();
    }
    if (path.isEmpty()) {
      return Optional.empty();
    }
    int left = MerkleTree.left(size);
    Node sibling = path.getLast();
    List<Node> below = path.subList(0, path.size() - 1);
    if (!sibling.isOf(index < left ? size - left : left)) {
      return Optional.empty();
    }
    return index < left
        ? rootOf(leaf, index, left, below).map(own -> join(own, sibling))
        : rootOf(leaf, index - left, size - left, below).map(own -> join(sibling, own));
  }
}
