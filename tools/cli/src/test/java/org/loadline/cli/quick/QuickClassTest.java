package org.loadline.cli.quick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that start quickly do what they did. */
class QuickClassTest {
  private static final ClassLoader TYPES = QuickClassTest.class.getClassLoader();
  private static final QuickClass QUICK = new QuickClass(TYPES);

  private static byte[] compiled(String name) throws IOException {
    try (var in = TYPES.getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }

  /** Loads the sample, and what it nests, as {@link QuickClass} makes them. */
  private static final class Quickly extends ClassLoader {
    Quickly() {
      super(TYPES);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(Sample.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try {
        byte[] bytes = QUICK.of(compiled(name));
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void switchesAndRecordsSayTheSame() throws Exception {
    Class<?> quick = new Quickly().loadClass(Sample.class.getName());
    assertNotSame(Sample.class, quick);
    assertEquals(Sample.said(), quick.getMethod("said").invoke(null));
  }

  @Test
  void nothingIsLeftToSpin() throws IOException {
    for (String name : List.of("Sample", "Sample$All")) {
      byte[] before = compiled("org.loadline.cli.quick." + name);
      assertTrue(spins(before), name);
      assertFalse(spins(QUICK.of(before)), name);
    }
  }

  private static boolean spins(byte[] bytes) {
    return ClassFile.of().parse(bytes).methods().stream()
        .filter(method -> !method.methodName().equalsString("toString"))
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .anyMatch(
            element ->
                element instanceof InvokeDynamicInstruction call
                    && call.bootstrapMethod().owner().packageName().equals("java.lang.runtime"));
  }

  @Test
  void oldClassesGetFrames() throws IOException {
    byte[] old = compiled("picocli.CommandLine$Range");
    assertTrue(ClassFile.of().parse(old).majorVersion() < ClassFile.JAVA_6_VERSION);
    assertTrue(ClassFile.of().parse(QUICK.of(old)).majorVersion() >= ClassFile.JAVA_6_VERSION);
    assertEquals(List.of(), ClassFile.of().verify(QUICK.of(old)));
  }

  @Test
  void jarsBecomeOne(@TempDir Path folder) throws IOException {
    Path jars = Files.createDirectory(folder.resolve("lib"));
    jar(jars.resolve("a.jar"), Map.of("META-INF/services/s", "one", "text", "first"));
    jar(jars.resolve("b.jar"), Map.of("META-INF/services/s", "two", "text", "second"));
    Path one = folder.resolve("one.jar");
    QuickJar.main(new String[] {jars.toString(), one.toString()});
    try (JarFile jar = new JarFile(one.toFile())) {
      assertEquals("one\ntwo", text(jar, "META-INF/services/s"));
      assertEquals("first", text(jar, "text"));
    }
  }

  private static void jar(Path file, Map<String, String> texts) throws IOException {
    try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        jar.putNextEntry(new JarEntry(text.getKey()));
        jar.write(text.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    try (var in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
