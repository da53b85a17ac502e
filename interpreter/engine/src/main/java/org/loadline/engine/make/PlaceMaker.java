package org.loadline.engine.make;

import org.loadline.engine.code.PlaceFound;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.column.IndexCellNode;
import org.loadline.engine.nodes.frame.IndexSlotNode;
import org.loadline.engine.nodes.frame.LetIndexNode;
import org.loadline.engine.nodes.logic.ConstantIndexNode;
import org.loadline.engine.nodes.logic.ElseIndexNode;
import org.loadline.engine.nodes.logic.FailIndexNode;
import org.loadline.engine.nodes.logic.FlagIndexNode;
import org.loadline.engine.nodes.logic.IfIndexNode;
import org.loadline.engine.nodes.order.EndNode;
import org.loadline.engine.nodes.order.StoodIndexNode;
import org.loadline.engine.nodes.table.AskedFactPlaceNode;
import org.loadline.engine.nodes.table.AskedRowNode;
import org.loadline.engine.nodes.table.BoundRowNode;
import org.loadline.engine.nodes.table.CellPlaceNode;
import org.loadline.engine.nodes.table.ChosenPlaceNode;
import org.loadline.engine.nodes.table.FindRowNode;
import org.loadline.engine.nodes.table.RegionNode;

/** Makes the nodes of places. */
final class PlaceMaker {
  private final Maker maker;

  PlaceMaker(Maker maker) {
    this.maker = maker;
  }

  IndexNode make(PlaceOp op) {
    return switch (op) {
      case PlaceOp.Constant(int value) -> new ConstantIndexNode(value);
      case PlaceOp.Slot(int slot, int markSlot, boolean none) -> new IndexSlotNode(slot, markSlot);
      case PlaceOp.Cell(var cells, boolean none, boolean own, var row) ->
          new IndexCellNode(cells, row.mayBeNone(), own, make(row));
      case PlaceOp.OfFlag(var operand) -> new FlagIndexNode(maker.flag(operand));
      case PlaceOp.If(var condition, var yes, var no) ->
          new IfIndexNode(maker.flag(condition), make(yes), make(no));
      case PlaceOp.Else(var left, var right) -> new ElseIndexNode(make(left), make(right));
      case PlaceOp.Let(var stores, var value) ->
          new LetIndexNode(maker.statements(stores), make(value));
      case PlaceOp.Fail(boolean own) -> new FailIndexNode(own);
      case PlaceFound found -> found(found);
    };
  }

  private IndexNode found(PlaceFound op) {
    return switch (op) {
      case PlaceFound.ByKey find ->
          new FindRowNode(
              find.entity(),
              find.hasParent(),
              make(find.parent()),
              find.fields(),
              maker.values().all(find.keys()),
              find.own());
      case PlaceFound.ByBound bound ->
          new BoundRowNode(
              make(bound.owner()),
              maker.number(bound.key()),
              bound.starts(),
              bound.dropped(),
              bound.rows(),
              bound.empty(),
              bound.own(),
              bound.positive(),
              bound.owner().mayBeNone());
      case PlaceFound.Region(var key, var points, boolean exactly) ->
          new RegionNode(maker.number(key), points, exactly);
      case PlaceFound.InGrid(var row, var column, int size) ->
          new CellPlaceNode(make(row), make(column), size);
      case PlaceFound.Chosen(var place, var rows, boolean own) ->
          new ChosenPlaceNode(make(place), rows.stream().mapToInt(row -> row).toArray(), own);
      case PlaceFound.End(var slice, boolean last, boolean own) ->
          new EndNode(maker.slice(slice), last, own);
      case PlaceFound.AtElement(var stood) -> new StoodIndexNode(maker.stood(stood));
      case PlaceFound.AskedLookup(var question) ->
          new AskedRowNode(maker.values().lookup(question));
      case PlaceFound.AskedFact(var question) ->
          new AskedFactPlaceNode(maker.values().fact(question));
    };
  }
}
