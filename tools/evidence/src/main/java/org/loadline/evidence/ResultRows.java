package org.loadline.evidence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.model.EntityRef;

/** What a run reports, row by row, in one way of writing. */
final class ResultRows {
  private final Results results;
  private final Map<Optional<EntityRef>, List<OutputColumn>> columns = new LinkedHashMap<>();

  ResultRows(Results results) {
    this.results = results;
    results.columns().stream()
        .sorted(Comparator.comparing(column -> column.output().fact().name()))
        .forEach(
            column ->
                columns
                    .computeIfAbsent(column.output().owner(), o -> new ArrayList<>())
                    .add(column));
  }

  static Parts of(Results results) {
    ResultRows rows = new ResultRows(results);
    return new Parts(rows.columns.keySet().stream().map(rows::part).toList());
  }

  private List<OutputColumn> columns(Optional<EntityRef> owner) {
    return columns.getOrDefault(owner, List.of());
  }

  private int size(Optional<EntityRef> owner) {
    return owner.map(results.snapshot()::rowCount).orElse(1);
  }

  private Part part(Optional<EntityRef> owner) {
    int faults = 0;
    for (OutputColumn column : columns(owner)) {
      for (int row = 0; row < column.size(); row++) {
        faults += column.outcome(row) instanceof Outcome.Faulted ? 1 : 0;
      }
    }
    return new Part(
        name(owner),
        columns(owner).stream().map(column -> column.output().fact().name()).toList(),
        size(owner),
        faults,
        Digest.written(tree(owner).root()));
  }

  private static String name(Optional<EntityRef> owner) {
    return owner.map(EntityRef::name).orElse(Part.SYSTEM);
  }

  MerkleTree tree(Optional<EntityRef> owner) {
    List<byte[]> leaves = new ArrayList<>();
    for (int row = 0; row < size(owner); row++) {
      leaves.add(MerkleTree.leaf(CanonicalJson.bytes(row(owner, row))));
    }
    return new MerkleTree(leaves);
  }

  /** A row: of which entity, by what it is known, and each reported output by name. */
  ObjectNode row(Optional<EntityRef> owner, int row) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("entity", name(owner));
    ObjectNode identity = node.putObject("row");
    owner.ifPresent(
        entity -> results.snapshot().identityFields(entity, row).forEach(identity::put));
    ObjectNode values = node.putObject("values");
    for (OutputColumn column : columns(owner)) {
      values.set(
          column.output().fact().name(),
          ExactCell.of(
              column.outcome(row), column.output().type(), results.program(), results.snapshot()));
    }
    return node;
  }
}
