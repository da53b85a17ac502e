package org.loadline.evidence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.loadline.data.Results;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;

/**
 * What is owed to each row of an entity, and a tree over it that gives no row away: each leaf is
 * hashed with a salt, the HMAC-SHA-256 of what the row is known by under a secret.
 */
public final class Liabilities {
  private final List<Liability> all;
  private final SumTree tree;

  private Liabilities(List<Liability> all) {
    this.all = List.copyOf(all);
    this.tree = new SumTree(all.stream().map(Liability::leaf).toList());
  }

  /** One row: what it is known by, what is owed to it, and whether it meets the requirement. */
  record Liability(String salt, ObjectNode identity, Exact amount, boolean meets) {
    SumTree.Node leaf() {
      ArrayNode content =
          JsonNodeFactory.instance
              .arrayNode()
              .add(salt)
              .add(identity)
              .add(ExactCell.number(amount))
              .add(meets);
      return new SumTree.Node(SumTree.leaf(content), amount, 1, meets ? 1 : 0);
    }
  }

  /**
   * Of the rows of an entity.
   *
   * @param amounts none of them negative, in the order of the rows
   */
  public static Liabilities of(
      Results results, EntityRef entity, List<Exact> amounts, IntPredicate meets, byte[] secret) {
    return new Liabilities(
        IntStream.range(0, amounts.size())
            .mapToObj(
                row -> {
                  ObjectNode identity = JsonNodeFactory.instance.objectNode();
                  identity.put("entity", entity.name());
                  ObjectNode known = identity.putObject("row");
                  results.snapshot().identityFields(entity, row).forEach(known::put);
                  return new Liability(
                      salt(identity, secret), identity, amounts.get(row), meets.test(row));
                })
            .toList());
  }

  private static String salt(ObjectNode identity, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(CanonicalJson.bytes(identity)));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  SumTree.Node root() {
    return tree.root();
  }

  /** Of one row. */
  public LiabilityProof proof(int row) {
    return new LiabilityProof(
        all.get(row), row, all.size(), new ArrayList<>(tree.path(row)), tree.root());
  }
}
