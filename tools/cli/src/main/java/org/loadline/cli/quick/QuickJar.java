package org.loadline.cli.quick;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One jar of all jars in a folder, with every class {@link QuickClass quick to start}. */
public final class QuickJar {
  /** Of a jar for several releases of Java, classes for up to this one are taken. */
  private static final int FEATURE = 25;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private QuickJar() {}

  /** Arguments: the folder, and the jar to write. */
  public static void main(String[] arguments) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    URL[] places = new URL[jars.size()];
    QuickJar merged = new QuickJar();
    for (Path jar : jars) {
      places[jars.indexOf(jar)] = jar.toUri().toURL();
      merged.add(jar);
    }
    try (var loader = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
      QuickClass quick = new QuickClass(loader);
      merged.entries.replaceAll((name, bytes) -> isClass(name) ? quick.of(bytes) : bytes);
    }
    Path target = Path.of(arguments[1]);
    Path written = target.resolveSibling(target.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(written)) {
      merged.write(out);
    }
    Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isClass(String name) {
    return name.endsWith(".class");
  }

  private void add(Path file) throws IOException {
    Map<String, byte[]> added = new LinkedHashMap<>();
    try (JarFile jar =
        new JarFile(file.toFile(), true, JarFile.OPEN_READ, Runtime.Version.parse("" + FEATURE))) {
      jar.versionedStream()
          .filter(entry -> !entry.isDirectory() && isWanted(entry.getName()))
          .forEach(entry -> added.put(entry.getName(), read(jar, entry)));
    }
    added.forEach((name, bytes) -> entries.merge(name, bytes, (a, b) -> joined(name, a, b)));
  }

  private static byte[] read(JarFile jar, JarEntry entry) {
    try (var in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All is on the class path, unsigned. */
  private static boolean isWanted(String name) {
    return !name.endsWith("module-info.class")
        && !name.equals(JarFile.MANIFEST_NAME)
        && !name.startsWith("META-INF/versions/")
        && !name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
  }

  /** Lists of services go on one after the other; of anything else the first is found. */
  private static byte[] joined(String name, byte[] first, byte[] second) {
    if (!name.startsWith("META-INF/services/")) {
      return first;
    }
    byte[] both = new byte[first.length + 1 + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    both[first.length] = '\n';
    System.arraycopy(second, 0, both, first.length + 1, second.length);
    return both;
  }

  /** Stored, not deflated: nothing is to be inflated at each start. */
  private void write(OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        byte[] bytes = entry.getValue();
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry stored = new ZipEntry(entry.getKey());
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(bytes.length);
        stored.setCrc(crc.getValue());
        zip.putNextEntry(stored);
        zip.write(bytes);
        zip.closeEntry();
      }
    }
  }
}
