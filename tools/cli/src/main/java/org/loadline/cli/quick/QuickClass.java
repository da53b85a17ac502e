package org.loadline.cli.quick;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;

/** A class without what a JVM would have to spin or could not keep in its cache. */
final class QuickClass {
  /** The first version with frames, which a JVM wants of the classes that it keeps. */
  private static final int WITH_FRAMES = ClassFile.JAVA_6_VERSION;

  private final ClassFile plain;
  private final ClassFile framed;

  /**
   * @param types finds the classes that others name
   */
  QuickClass(ClassLoader types) {
    var resolver =
        ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(types)
                .orElse(ClassHierarchyResolver.defaultResolver()));
    this.plain = ClassFile.of(resolver);
    this.framed =
        ClassFile.of(
            resolver,
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ConstantPoolSharingOption.NEW_POOL);
  }

  /** The class, as bytes again. */
  byte[] of(byte[] bytes) {
    ClassModel type = plain.parse(bytes);
    if (type.majorVersion() < WITH_FRAMES) {
      return framed.transformClass(
          type,
          ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
              .andThen(ClassTransform.endHandler(to -> to.withVersion(WITH_FRAMES + 2, 0))));
    }
    PlainSwitches switches = new PlainSwitches(type);
    PlainRecord members = new PlainRecord(type);
    if (type.methods().stream().noneMatch(m -> switches.isIn(m) || members.isIn(m))) {
      return bytes;
    }
    return plain.transformClass(
        type,
        ClassTransform.transformingMethodBodies(switches::isIn, switches)
            .andThen(members)
            .andThen(ClassTransform.endHandler(switches::addMethods)));
  }
}
