package org.loadline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.Column;
import org.loadline.data.InputProblem;
import org.loadline.data.Snapshot;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;

/**
 * What a policy reads of a book, as hashes: the values of each given row, exactly, so that a book
 * has one hash in whatever format it is kept. What was not given is not in a row; what could not be
 * read is a fault.
 */
final class BookRows {
  private final Program program;
  private final Snapshot snapshot;

  private BookRows(Snapshot snapshot) {
    this.program = snapshot.program();
    this.snapshot = snapshot;
  }

  static Parts of(Snapshot snapshot) {
    BookRows rows = new BookRows(snapshot);
    List<Part> parts = new ArrayList<>();
    if (!snapshot.program().system().isEmpty()) {
      parts.add(rows.part(Part.SYSTEM, Optional.empty(), snapshot.program().system(), 1));
    }
    for (Entity entity : snapshot.program().entities()) {
      if (entity.isGiven()) {
        parts.add(
            rows.part(
                entity.name(),
                Optional.of(entity.ref()),
                entity.fields(),
                snapshot.rowCount(entity.ref())));
      }
    }
    return new Parts(parts);
  }

  private Part part(String name, Optional<EntityRef> entity, List<Field> all, int rows) {
    // What is made on loading follows from the rest; what a host hands back does not.
    List<Field> fields =
        all.stream()
            .filter(field -> field.role() != Field.Role.MADE)
            .sorted(Comparator.comparing(Field::name))
            .toList();
    List<byte[]> leaves = new ArrayList<>();
    int faults = 0;
    for (int row = 0; row < rows; row++) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("entity", name);
      ObjectNode values = node.putObject("values");
      for (Field field : fields) {
        Optional<JsonNode> cell = field(entity, field, row);
        cell.ifPresent(value -> values.set(field.name(), value));
        faults += cell.map(value -> value.findValues("fault").size()).orElse(0);
      }
      leaves.add(MerkleTree.leaf(CanonicalJson.bytes(node)));
    }
    return new Part(
        name,
        fields.stream().map(Field::name).toList(),
        rows,
        faults,
        Digest.written(new MerkleTree(leaves).root()));
  }

  /**
   * A column family is a list, its last choice varying fastest; {@code {}} stands for what was not
   * given.
   */
  private Optional<JsonNode> field(Optional<EntityRef> entity, Field field, int row) {
    if (field.family().isEmpty()) {
      return cell(entity, field, 0, row);
    }
    int members =
        field.family().stream()
            .mapToInt(choice -> program.choice(choice).members().size())
            .reduce(1, Math::multiplyExact);
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (int member = 0; member < members; member++) {
      list.add(cell(entity, field, member, row).orElse(JsonNodeFactory.instance.objectNode()));
    }
    return Optional.of(list);
  }

  private Optional<JsonNode> cell(Optional<EntityRef> entity, Field field, int member, int row) {
    InputRef input = new InputRef(field.index(), field.name());
    Column column =
        entity
            .map(at -> snapshot.column(at, field.index(), member))
            .orElseGet(() -> snapshot.system(input));
    if (!column.marks().isAbsent(row)) {
      return Optional.of(ExactCell.of(column.value(row), field.type(), program, snapshot));
    }
    Optional<InputProblem> why =
        entity.isPresent()
            ? snapshot.whyAbsent(entity.get(), field.index(), member, row)
            : snapshot.whyAbsent(input);
    return why.map(problem -> ExactCell.fault(problem.what().code().code()));
  }
}
