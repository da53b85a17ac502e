package org.loadline.evidence;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tree of hashes over a list, as in RFC 6962: a leaf is the SHA-256 of a zero byte and its
 * content, a node that of a one byte and its two children, and of {@code n} leaves as many stand on
 * the left as the greatest power of two below {@code n}.
 */
final class MerkleTree {
  private final List<byte[]> leaves;

  /** Over hashes that {@link #leaf} has made. */
  MerkleTree(List<byte[]> leaves) {
    this.leaves = List.copyOf(leaves);
  }

  static byte[] leaf(byte[] content) {
    MessageDigest sha = Digest.sha256();
    sha.update((byte) 0);
    return sha.digest(content);
  }

  private static byte[] node(byte[] left, byte[] right) {
    MessageDigest sha = Digest.sha256();
    sha.update((byte) 1);
    sha.update(left);
    return sha.digest(right);
  }

  int size() {
    return leaves.size();
  }

  /** Of nothing it is the SHA-256 of nothing. */
  byte[] root() {
    return leaves.isEmpty() ? Digest.sha256().digest() : root(0, leaves.size());
  }

  private byte[] root(int from, int to) {
    if (to - from == 1) {
      return leaves.get(from);
    }
    int middle = from + left(to - from);
    return node(root(from, middle), root(middle, to));
  }

  /** How many of {@code size} leaves, two or more, stand on the left. */
  static int left(int size) {
    return Integer.highestOneBit(size - 1);
  }

  /** The siblings on the way from a leaf to the root, the leaf's own first. */
  List<byte[]> path(int index) {
    List<byte[]> path = new ArrayList<>();
    path(index, 0, leaves.size(), path);
    return path;
  }

  private void path(int index, int from, int to, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    int middle = from + left(to - from);
    if (index < middle) {
      path(index, from, middle, path);
      path.add(root(middle, to));
    } else {
      path(index, middle, to, path);
      path.add(root(from, middle));
    }
  }

  /** The root that a leaf leads to; empty if the path is not one of that place and size. */
  static Optional<byte[]> rootOf(byte[] leaf, int index, int size, List<byte[]> path) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    return climb(leaf, index, size, path);
  }

  private static Optional<byte[]> climb(byte[] leaf, int index, int size, List<byte[]> path) {
    if (size == 1) {
      return path.isEmpty() ? Optional.of(leaf) : Optional.empty();
    }
    if (path.isEmpty()) {
      return Optional.empty();
    }
    int left = left(size);
    byte[] sibling = path.getLast();
    List<byte[]> below = path.subList(0, path.size() - 1);
    return index < left
        ? climb(leaf, index, left, below).map(own -> node(own, sibling))
        : climb(leaf, index - left, size - left, below).map(own -> node(sibling, own));
  }
}
