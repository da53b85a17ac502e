package org.loadline.cli.quick;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * The {@code equals} and {@code hashCode} that a record has by itself, as code.
 *
 * <p>As compiled, each has the JVM put method handles together when it first runs.
 */
final class PlainRecord implements ClassTransform {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final MethodTypeDesc EQUALS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
  private static final MethodTypeDesc HASH =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object);

  private final ClassDesc type;
  private final List<Component> components;

  private record Component(String name, ClassDesc type) {
    TypeKind kind() {
      return TypeKind.from(type);
    }

    /** The type whose static methods compare and hash it. */
    ClassDesc boxed() {
      return switch (kind()) {
        case BOOLEAN -> ConstantDescs.CD_Boolean;
        case BYTE -> ConstantDescs.CD_Byte;
        case CHAR -> ConstantDescs.CD_Character;
        case SHORT -> ConstantDescs.CD_Short;
        case INT -> ConstantDescs.CD_Integer;
        case LONG -> ConstantDescs.CD_Long;
        case FLOAT -> ConstantDescs.CD_Float;
        case DOUBLE -> ConstantDescs.CD_Double;
        case REFERENCE, VOID -> OBJECTS;
      };
    }
  }

  PlainRecord(ClassModel type) {
    this.type = type.thisClass().asSymbol();
    this.components =
        type
            .findAttribute(Attributes.record())
            .map(RecordAttribute::components)
            .orElse(List.of())
            .stream()
            .map(c -> new Component(c.name().stringValue(), c.descriptorSymbol()))
            .toList();
  }

  boolean isIn(MethodModel method) {
    String name = method.methodName().stringValue();
    return (name.equals("equals") || name.equals("hashCode"))
        && method.code().stream()
            .flatMap(code -> code.elementStream())
            .anyMatch(
                element ->
                    element instanceof InvokeDynamicInstruction call
                        && call.bootstrapMethod().owner().equals(BOOTSTRAPS));
  }

  @Override
  public void accept(ClassBuilder to, ClassElement element) {
    if (element instanceof MethodModel method && isIn(method)) {
      to.withMethodBody(
          method.methodName(),
          method.methodType(),
          method.flags().flagsMask(),
          method.methodName().equalsString("equals") ? this::equal : this::hash);
    } else {
      to.with(element);
    }
  }

  private void equal(CodeBuilder code) {
    var same = code.newLabel();
    var different = code.newLabel();
    code.aload(0).aload(1).if_acmpeq(same);
    code.aload(1).instanceOf(type).ifeq(different);
    code.aload(1).checkcast(type).astore(2);
    for (Component component : components) {
      get(code, 0, component);
      get(code, 2, component);
      if (component.kind() == TypeKind.REFERENCE) {
        code.invokestatic(OBJECTS, "equals", EQUALS).ifeq(different);
      } else {
        code.invokestatic(
                component.boxed(),
                "compare",
                MethodTypeDesc.of(ConstantDescs.CD_int, component.type(), component.type()))
            .ifne(different);
      }
    }
    code.labelBinding(same).iconst_1().ireturn();
    code.labelBinding(different).iconst_0().ireturn();
  }

  private void hash(CodeBuilder code) {
    code.iconst_0();
    for (Component component : components) {
      code.bipush(31).imul();
      get(code, 0, component);
      code.invokestatic(
              component.boxed(),
              "hashCode",
              component.kind() == TypeKind.REFERENCE
                  ? HASH
                  : MethodTypeDesc.of(ConstantDescs.CD_int, component.type()))
          .iadd();
    }
    code.ireturn();
  }

  private void get(CodeBuilder code, int slot, Component component) {
    code.aload(slot).getfield(type, component.name(), component.type());
  }
}
