package org.loadline.cli.quick;

import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Switches over types, each by a method of the class that tests one type after the other.
 *
 * <p>As compiled, each has the JVM spin a class when it first runs.
 */
final class PlainSwitches implements CodeTransform {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

  private final ClassDesc type;
  private final boolean ofInterface;
  private final List<Made> made = new ArrayList<>();

  private record Made(String name, MethodTypeDesc shape, List<ConstantDesc> types) {}

  PlainSwitches(ClassModel type) {
    this.type = type.thisClass().asSymbol();
    this.ofInterface = type.flags().has(AccessFlag.INTERFACE);
  }

  boolean isIn(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .anyMatch(PlainSwitches::isSwitch);
  }

  private static boolean isSwitch(CodeElement element) {
    return element instanceof InvokeDynamicInstruction call
        && call.bootstrapMethod().owner().equals(BOOTSTRAPS)
        && call.bootstrapMethod().methodName().equals("typeSwitch")
        && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    if (isSwitch(element)) {
      InvokeDynamicInstruction call = (InvokeDynamicInstruction) element;
      Made method = new Made("switch$" + made.size(), call.typeSymbol(), call.bootstrapArgs());
      made.add(method);
      code.invokestatic(type, method.name(), method.shape(), ofInterface);
    } else {
      code.with(element);
    }
  }

  /** Adds the methods that switches call, once all methods with switches are there. */
  void addMethods(ClassBuilder to) {
    for (Made method : made) {
      to.withMethodBody(
          method.name(),
          method.shape(),
          ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC,
          code -> choose(code, method.types()));
    }
  }

  /**
   * The place of the first type, from a place on, that a value has; -1 for null, and the number of
   * types where it has none of them.
   */
  private static void choose(CodeBuilder code, List<ConstantDesc> types) {
    var present = code.newLabel();
    code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
    for (int place = 0; place < types.size(); place++) {
      var next = code.newLabel();
      code.loadConstant(place).iload(1).if_icmplt(next);
      code.aload(0).instanceOf((ClassDesc) types.get(place)).ifeq(next);
      code.loadConstant(place).ireturn().labelBinding(next);
    }
    code.loadConstant(types.size()).ireturn();
  }
}
