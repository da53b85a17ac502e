package org.loadline.engine.nodes.column;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.values.Exact;

/** Reads the arrays that the prologue of a pass put into slots. */
public final class Arrays {
  private Arrays() {}

  public static long[] longs(VirtualFrame frame, int slot) {
    return CompilerDirectives.castExact(frame.getObjectStatic(slot), long[].class);
  }

  public static int[] ints(VirtualFrame frame, int slot) {
    return CompilerDirectives.castExact(frame.getObjectStatic(slot), int[].class);
  }

  public static byte[] bytes(VirtualFrame frame, int slot) {
    return CompilerDirectives.castExact(frame.getObjectStatic(slot), byte[].class);
  }

  public static Exact[] exacts(VirtualFrame frame, int slot) {
    return CompilerDirectives.castExact(frame.getObjectStatic(slot), Exact[].class);
  }
}
