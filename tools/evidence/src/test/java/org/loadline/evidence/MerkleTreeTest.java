package org.loadline.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of hashes, against the published vectors of Certificate Transparency. */
class MerkleTreeTest {
  private static final List<String> CONTENTS =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f",
          "7071");

  private static MerkleTree tree(int size) {
    return new MerkleTree(
        Stream.concat(CONTENTS.stream(), Stream.of("80"))
            .limit(size)
            .map(hex -> MerkleTree.leaf(HexFormat.of().parseHex(hex)))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void rootsAreThoseThatArePublished(int size, String root) {
    assertEquals(root, HexFormat.of().formatHex(tree(size).root()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void everyLeafLeadsToTheRoot(int size) {
    MerkleTree tree = tree(size);
    for (int at = 0; at < size; at++) {
      byte[] leaf = MerkleTree.leaf(HexFormat.of().parseHex(CONTENTS.get(at)));
      List<byte[]> path = tree.path(at);
      assertArrayEquals(
          tree.root(), MerkleTree.rootOf(leaf, at, size, path).orElseThrow(), at + " of " + size);
      for (int other = 0; other < size; other++) {
        int place = other;
        Optional<byte[]> root = MerkleTree.rootOf(leaf, other, size, path);
        assertTrue(
            other == at || !root.map(HexFormat.of()::formatHex).equals(hexRoot(tree)),
            () -> "as if it were " + place);
      }
      List<byte[]> longer = new ArrayList<>(path);
      longer.add(leaf);
      assertEquals(Optional.empty(), MerkleTree.rootOf(leaf, at, size, longer));
    }
  }

  private static Optional<String> hexRoot(MerkleTree tree) {
    return Optional.of(HexFormat.of().formatHex(tree.root()));
  }

  @Test
  void aPlaceThatIsNotThereLeadsNowhere() {
    byte[] leaf = MerkleTree.leaf(new byte[0]);
    assertEquals(Optional.empty(), MerkleTree.rootOf(leaf, 1, 1, List.of()));
    assertEquals(Optional.empty(), MerkleTree.rootOf(leaf, -1, 1, List.of()));
    assertEquals(Optional.empty(), MerkleTree.rootOf(leaf, 0, 0, List.of()));
  }
}
