package org.loadline.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.loadline.data.Results;

/**
 * Writes results into a folder: a file for each entity with the identity of its rows and its facts,
 * {@code system} for facts of no row, {@code faults} in any case.
 *
 * <p>Numbers are written to the last place; a fraction that does not end has 18 places and is
 * marked with {@code ~}. A value that could not be worked out is an empty cell in CSV and an object
 * with the fault's code in JSON; {@code none} is the word in CSV and null in JSON. Rows stand in
 * the order of identity, columns in that of the report, so the same results give the same bytes.
 * Files are made whole beside the old ones and then take their places: none is ever half written.
 */
public final class ResultsWriter {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().rootValueSeparator(",\n").build();

  private ResultsWriter() {}

  /** Writes every table and returns the files, in the order of the policy. */
  public static List<Path> write(Results results, Path folder, ResultsFormat format)
      throws IOException {
    Files.createDirectories(folder);
    try (FileSwap files = new FileSwap(folder)) {
      for (ResultsTable table : new ResultsTables(results).all()) {
        try (Writer out = files.open(table.name() + format.extension())) {
          switch (format) {
            case CSV -> writeCsv(table, out);
            case JSON -> writeJson(table, out);
          }
        }
      }
      return files.commit();
    }
  }

  private static void writeCsv(ResultsTable table, Writer out) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord(table.columns());
      table.rows().forEach(row -> csv.writeRecord(row.stream().map(ResultsWriter::text).toList()));
    }
  }

  private static String text(ResultCell cell) {
    return switch (cell) {
      case ResultCell.Written(String text) -> text;
      case ResultCell.Flag(boolean value) -> Boolean.toString(value);
      case ResultCell.None none -> "none";
      case ResultCell.Faulted fault -> "";
    };
  }

  /** An array with a row on each line, so that two runs can be compared by line. */
  private static void writeJson(ResultsTable table, Writer out) throws IOException {
    out.write("[\n");
    JsonGenerator json = JSON.createGenerator(out);
    Iterator<List<ResultCell>> rows = table.rows().iterator();
    while (rows.hasNext()) {
      List<ResultCell> row = rows.next();
      json.writeStartObject();
      for (int column = 0; column < row.size(); column++) {
        json.writeFieldName(table.columns().get(column));
        write(row.get(column), json);
      }
      json.writeEndObject();
    }
    json.flush();
    out.write("\n]\n");
  }

  private static void write(ResultCell cell, JsonGenerator json) throws IOException {
    switch (cell) {
      case ResultCell.Written(String text) -> json.writeString(text);
      case ResultCell.Flag(boolean value) -> json.writeBoolean(value);
      case ResultCell.None none -> json.writeNull();
      case ResultCell.Faulted(String code) -> {
        json.writeStartObject();
        json.writeStringField("fault", code);
        json.writeEndObject();
      }
    }
  }
}
