package org.loadline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Set;
import org.loadline.evidence.SigningKeys;

/**
 * Key pairs in folders: {@code private.pem}, which only its owner may read, and {@code public.pem}.
 */
final class KeyFiles {
  private static final String PRIVATE = "private.pem";
  private static final String PUBLIC = "public.pem";

  private KeyFiles() {}

  /** Makes a pair and writes it; says where the private key is. */
  static Path make(Path folder) {
    KeyPair keys = SigningKeys.generate();
    Path secret = folder.resolve(PRIVATE);
    try {
      Files.createDirectories(folder);
      create(secret, SigningKeys.pem(keys.getPrivate()), true);
      create(folder.resolve(PUBLIC), SigningKeys.pem(keys.getPublic()), false);
    } catch (FileAlreadyExistsException there) {
      throw Refusal.misuse(MandateUse.KEY_THERE, "path", there.getFile());
    } catch (IOException refused) {
      throw Refusal.misuse(
          UseProblem.CANNOT_WRITE, "path", folder.toString(), "reason", "the system refuses");
    }
    return secret;
  }

  /** The file is made with its permissions, so that at no time others can read it. */
  private static void create(Path file, String text, boolean secret) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (secret && posix) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text);
    } else {
      Files.write(
          file,
          text.getBytes(StandardCharsets.UTF_8),
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
              .toArray(StandardOpenOption[]::new));
    }
  }

  /** The pair of a private key, with the public key beside it. */
  static KeyPair pair(Path secret) {
    PrivateKey key =
        SigningKeys.privateKey(TextFile.read(secret)).orElseThrow(() -> none(secret, "private"));
    Path beside = secret.resolveSibling(PUBLIC);
    PublicKey open = publicKey(beside);
    if (!SigningKeys.isPair(key, open)) {
      throw Refusal.misuse(MandateUse.OTHER_KEY, "path", beside.toString());
    }
    return new KeyPair(open, key);
  }

  static PublicKey publicKey(Path file) {
    return SigningKeys.publicKey(TextFile.read(file)).orElseThrow(() -> none(file, "public"));
  }

  private static Refusal none(Path file, String kind) {
    return Refusal.misuse(MandateUse.NO_KEY, "path", file.toString(), "kind", kind);
  }
}
