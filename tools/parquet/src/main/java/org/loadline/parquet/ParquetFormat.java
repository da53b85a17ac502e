package org.loadline.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.loadline.snapshot.DamagedTableException;
import org.loadline.snapshot.TableFormat;
import org.loadline.snapshot.TableReader;
import org.loadline.snapshot.TypedColumn;

/** Parquet files of one flat table. */
public final class ParquetFormat implements TableFormat {
  /**
   * Kept, for a level is forgotten with its logger; what the library remarks is for no one here.
   */
  private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

  static {
    LIBRARY.setLevel(Level.SEVERE);
  }

  @Override
  public String extension() {
    return ".parquet";
  }

  @Override
  public TableReader open(Path file) throws IOException {
    boolean onDisk = file.getFileSystem().equals(FileSystems.getDefault());
    InputFile bytes =
        onDisk ? InputFile.of(file) : InputFile.of(ByteBuffer.wrap(Files.readAllBytes(file)));
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return ParquetTable.of(ParquetFileReader.open(bytes), channel);
    } catch (IOException | RuntimeException thrown) {
      throw damaged(thrown);
    }
  }

  @Override
  public void write(List<TypedColumn> columns, int rows, OutputStream out) throws IOException {
    new ParquetFile(columns, rows).write(out);
  }

  /** What the library says, or that it says nothing. */
  static DamagedTableException damaged(Exception thrown) {
    String said = thrown.getMessage();
    String how = said == null || said.isBlank() ? "it is no whole Parquet file" : said;
    return new DamagedTableException(how, thrown);
  }
}
