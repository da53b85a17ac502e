package org.loadline.snapshot;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/**
 * What can be wrong with the files of a snapshot as a whole: with one of these, nothing can be run.
 */
enum FileProblem implements DiagnosticCode {
  NOTHING_THERE(
      "R5501",
      "There is nothing at `{path}`.",
      "Give a folder of CSV files, or one JSON document."),
  NO_FILES(
      "R5502",
      "`{path}` holds no CSV file.",
      "A snapshot is a folder with one CSV file for each entity: {files}."),
  LONE_CSV(
      "R5503",
      "`{path}` is one CSV file, and a snapshot has one for each entity.",
      "Give the folder that holds them: {files}."),
  NOT_A_POINT(
      "R5712",
      "A point of `{entity}` is a list of something else than two.",
      "Write its time and its value: `[\"2026-11-20T08:00Z\", 101.5]`."),
  MISSING_FILE(
      "R5504",
      "There is no `{file}`, and the policy declares `{entity}`.",
      "If there are no such rows, make `{file}` with the header alone: `{header}`."),
  MISSING_SYSTEM_FILE(
      "R5505",
      "There is no `system.csv`, and the policy has system inputs.",
      "Make `system.csv` with a header and one row: `{header}`."),
  UNKNOWN_FILE(
      "R5506", "`{file}` belongs to no entity of the policy.", "Remove it, or declare the entity."),
  WRITTEN_ROWS(
      "R5507", "`{file}` has rows of `{entity}`, which the policy writes.", "Remove `{file}`."),
  EMPTY_FILE("R5508", "`{file}` is empty.", "Its first line names the columns: `{header}`."),
  MISSING_COLUMN(
      "R5509",
      "`{file}` has no column `{column}`.",
      "Add it: the columns of `{file}` are `{header}`."),
  UNKNOWN_COLUMN(
      "R5510",
      "`{column}` is no field of `{entity}`.",
      "Remove the column, or declare the field in the policy."),
  DUPLICATE_COLUMN("R5511", "`{column}` stands twice in the header.", "Keep one of the two."),
  UNNAMED_COLUMN(
      "R5512",
      "Column {number} has no name.",
      "Name it in the header, or remove the comma that makes it."),
  OTHER_SEPARATOR(
      "R5513",
      "The header of `{file}` is separated by {separator}.",
      "Separate cells by commas, and write a point before the places of a number."),
  RAGGED_ROW(
      "R5514",
      "The row has {cells}, and the header has {columns}.",
      "Give one cell for each column; a cell that holds a comma stands in double quotes."),
  NOT_UTF8(
      "R5515",
      "The file is not UTF-8: the byte {byte} at {offset} belongs to no character.",
      "Save the file as UTF-8."),
  ZERO_BYTE(
      "R5516",
      "The file holds a zero byte at {offset}.",
      "It is damaged, or no text in UTF-8: write it again."),
  CELL_TOO_LONG(
      "R5517",
      "A cell is longer than {most} characters.",
      "Look for a double quote that opens the cell and is never closed."),
  UNCLOSED_QUOTE(
      "R5518",
      "A cell begins with a double quote and never ends.",
      "Close the cell with a double quote."),
  TEXT_AFTER_QUOTE(
      "R5519",
      "More follows the double quote that ends a cell.",
      "A double quote inside a cell is written twice: `\"\"`."),
  SYSTEM_ROWS("R5520", "`{file}` has {rows}, and system inputs are one row.", "Keep one row."),
  UNREADABLE_FILE(
      "R5521", "`{file}` cannot be read: {reason}.", "See that it is a file that you may read."),
  GIVEN_UP(
      "R5522",
      "`{file}` has more than {most} problems, and the rest of it was not read.",
      "Correct those shown first."),
  MORE("R5523", "`{file}` has {count} more problems.", "Correct those shown first."),
  TOO_MANY_COLUMNS(
      "R5524",
      "The header has more than {most} columns.",
      "Look for a line break that is missing after the header."),

  TWO_FILES(
      "R5525", "`{first}` and `{second}` both hold rows of `{entity}`.", "Keep one of the two."),
  NO_FORMAT(
      "R5526",
      "`{file}` cannot be read: the part of Loadline for such files is not here.",
      "Put `loadline-parquet` and what it needs on the class path, or give CSV files."),
  DAMAGED_TABLE(
      "R5527", "`{file}` cannot be read: {reason}.", "It is damaged or cut short: write it again."),
  FLOATING_COLUMN(
      "R5528",
      "`{column}` is {type}: {holds}, in which most decimals cannot be written.",
      "Write the column as DECIMAL, as whole numbers or as texts."),
  UNFIT_COLUMN(
      "R5529",
      "`{column}` is {type}, which holds {holds}: not what `{field}` is.",
      "Write the column in the type of its field, or as texts as in CSV."),

  NOT_JSON(
      "R5541",
      "From here on this is not JSON.",
      "Names and texts stand in double quotes, and a comma stands between members."),
  ENDS_EARLY(
      "R5542",
      "The document ends before it is complete.",
      "Look for a bracket that is not closed."),
  BEYOND_LIMIT(
      "R5543",
      "The document has more than {limit}.",
      "A snapshot needs no more: look for a bracket or double quote that is not closed."),
  MORE_AFTER_END(
      "R5544", "More follows the end of the document.", "A snapshot is one JSON object."),
  NOT_AN_OBJECT(
      "R5545",
      "The document is {kind}.",
      "A snapshot is an object with a member for each entity: {members}."),
  UNKNOWN_SECTION(
      "R5546",
      "`{member}` is no entity and no system input of the policy.",
      "The members of a snapshot are {members}."),
  UNKNOWN_MEMBER(
      "R5547",
      "`{member}` is no field of `{entity}`.",
      "Remove it, or declare the field in the policy."),
  DUPLICATE_MEMBER("R5548", "`{member}` stands twice.", "Keep one of the two."),
  NOT_ROWS(
      "R5549",
      "`{member}` is {kind}, and should hold rows of `{entity}`.",
      "Write an array of objects, one for each row."),
  NOT_BY_KEY(
      "R5550",
      "`{member}` is an object, and no single key tells rows of `{entity}` apart here.",
      "Write an array of objects, one for each row."),
  NOT_A_ROW(
      "R5551", "A row of `{entity}` is {kind}.", "Write an object with a member for each field."),
  MISSING_ROWS(
      "R5552",
      "The document has no `{plural}`, and the policy declares `{entity}`.",
      "If there are no such rows, write `\"{plural}\": []`."),
  MISSING_INPUT(
      "R5553",
      "The document has no `{field}`, a system input of the policy.",
      "Add a member `{field}` to the document itself."),
  UNKNOWN_CHOICE("R5554", "`{member}` is no member of `{choice}`.", "The members are {members}.");

  private final String code;
  private final String message;
  private final String hint;

  FileProblem(String code, String message, String hint) {
    this.code = code;
    this.message = message;
    this.hint = hint;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String message() {
    return message;
  }

  @Override
  public String hint() {
    return hint;
  }
}
